export const bid = {}
