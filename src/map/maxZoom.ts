/** The closest zoom of the live map, on its own so that no page loads the gathering of points for it. */
export const maxZoom = 17
