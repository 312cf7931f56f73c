export const reward = {}
