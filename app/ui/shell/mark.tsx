/** 榫卯: the mortise is the scenario in ink, the tenon the robot in blue; the tenon is also the plus sign. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path className="m-a" d="M2 3.5h12.2v8H7.5v9h6.7v8H2z" />
      <path className="m-b" d="M16.2 3.5h5.6v9.7h8.7v5.6h-8.7v9.7h-5.6v-9.7H9.5v-5.6h6.7z" />
    </svg>
  )
}
