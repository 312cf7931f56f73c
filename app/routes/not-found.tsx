/** Answers every unknown address, so that the page of a 404 still knows who reads it and how they like it. */
export function loader() {
  throw new Response(null, { status: 404 })
}

/** Makes this a page, not a resource: the error is then drawn by the root. */
export default function NotFound() {
  return null
}
