/** A card of the home page with three exercises; room for it is kept while it is on its way [px]. */
export const TODAY_HEIGHT_PX = 340;
