import { isPlainClick } from '../../client/keys.ts'
import { formatDistance } from '../../places/distance.ts'
import type { ListedPoint } from './listedPoint.ts'
import { nearestPoints } from './nearestPoints.ts'

const maxListed = 5
const positionTimeout = 15_000

/** Why a browser gave no position, by its error code. */
const refusals: Record<number, string> = {
  1: '没有得到位置权限。可以在浏览器或微信的设置里允许，或按镇街查找。',
  2: '设备没有给出位置，请按镇街查找。',
  3: '等待位置超时，请再试，或按镇街查找。',
}

const position = () =>
  new Promise<GeolocationPosition>((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, {
      enableHighAccuracy: true,
      timeout: positionTimeout,
      maximumAge: 60_000,
    }),
  )

const paragraph = (words: string) => {
  const element = document.createElement('p')
  element.textContent = words
  return element
}

/** Asks the device for its position and lists the nearest points; the position never leaves the device. */
export async function findNearest(
  panel: HTMLElement,
  points: readonly ListedPoint[],
  onChoose: (id: string) => void,
): Promise<void> {
  const placed = points.filter(({ at }) => at !== null)
  const say = (...parts: Node[]) => panel.replaceChildren(...parts)
  if (!isSecureContext) {
    return say(
      paragraph(
        '本页的网址以“http://”开头，浏览器只在“https://”开头的网址上提供位置；请换用这样的网址，或按镇街查找。',
      ),
    )
  }
  if (!('geolocation' in navigator)) return say(paragraph('这个浏览器不提供位置，请按镇街查找。'))
  say(paragraph('正在取得位置，只在这台设备上计算，不会发送。'))
  let coords: GeolocationCoordinates
  try {
    coords = (await position()).coords
  } catch (error) {
    return say(paragraph(refusals[(error as GeolocationPositionError).code] ?? String(error)))
  }
  const list = document.createElement('ol')
  for (const { point, metres } of nearestPoints(
    placed,
    [coords.longitude, coords.latitude],
    maxListed,
  )) {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = `?point=${encodeURIComponent(point.id)}`
    link.textContent = point.name
    link.addEventListener('click', (event) => {
      if (!isPlainClick(event)) return
      event.preventDefault()
      onChoose(point.id)
    })
    item.append(link, `　${formatDistance(metres)}`)
    list.append(item)
  }
  const exact = placed.length === points.length ? '' : `只比较了有登记位置的${placed.length}个；`
  say(paragraph(`${exact}直线距离，定位误差${formatDistance(coords.accuracy)}。`), list)
}
