/** The highest zoom of the live map; in a file of its own, so that pages need not load the clustering code for it. */
export const maxZoom = 17
