/** Where the rate limiter keeps its points; all processes count in the same rows. */
export { rateLimit as rateLimitTable } from '../schema/index.ts'
