/** The names of the coordinate systems in which rosters are supplied; 高德 and 腾讯 use gcj02, 百度 bd09. */
export const systemNames = { wgs84: 'WGS-84', gcj02: 'GCJ-02', bd09: 'BD-09' } as const

/** The systems as they are chosen from: with the maps and receivers that use them. */
export const systemChoices = {
  wgs84: 'WGS-84（天地图、GPS）',
  gcj02: 'GCJ-02（高德、腾讯）',
  bd09: 'BD-09（百度）',
} as const

/** What else the systems are called by those who look up degrees on a map. */
export const systemAliases: Record<keyof typeof systemNames, readonly string[]> = {
  wgs84: ['天地图', 'GPS', 'CGCS2000'],
  gcj02: ['高德', '高德地图', '腾讯', '腾讯地图', '火星坐标', '国测局'],
  bd09: ['百度', '百度地图', 'bd09ll'],
}
