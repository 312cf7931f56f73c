export const pilot = {}
