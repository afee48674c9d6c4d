/** The names of the coordinate systems in which rosters are supplied; 高德 and 腾讯 use gcj02, 百度 bd09. */
export const systemNames = { wgs84: 'WGS-84', gcj02: 'GCJ-02', bd09: 'BD-09' } as const
