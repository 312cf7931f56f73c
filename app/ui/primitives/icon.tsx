import type { DomainId } from '#domain/vocabulary.ts'
import { classNames } from '../class-names.ts'

/** Own line icons on a 24 grid, stroke 1.5, square caps. */
const shapes = {
  back: 'M14.5 5.5L8 12l6.5 6.5',
  calendar: 'M4 5.5h16v15H4zM4 10h16M8.5 3v4M15.5 3v4',
  check: 'M4 12.5l5 5L20 6.5',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M12 7v5.5l3.5 2',
  copy: 'M8.5 8.5h12v12h-12zM15.5 5.5v-2h-12v12h2',
  cross: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  download: 'M12 3.5V15M7 10.5l5 5l5-5M4 20.5h16',
  edit: 'M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5',
  external: 'M13.5 4.5h6v6M19.5 4.5L11 13M10 5.5H4.5v14h14V14',
  eye: 'M2.5 12c2.5-4.5 5.7-6.5 9.5-6.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5s-7-2-9.5-6.5zM9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  file: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5',
  filter: 'M4 6.5h16M7 12h10M10 17.5h4',
  flag: 'M5.5 21V3.5M5.5 4.5h13l-3 4.5l3 4.5h-13',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M12 11v6M12 7.2v.2',
  lock: 'M5.5 10.5h13v10h-13zM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3M12 14v3',
  mail: 'M3.5 5.5h17v13h-17zM3.5 6.5L12 13l8.5-6.5',
  minus: 'M5 12h14',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  no: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M9 9l6 6M15 9l-6 6',
  person: 'M8.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M4.5 20.5c.7-4.2 3.3-6 7.5-6s6.8 1.8 7.5 6',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z',
  search: 'M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0-12 0M15 15l5 5',
  sun: 'M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4',
  unknown:
    'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M9.5 9.7c0-1.5 1.1-2.5 2.5-2.5s2.5 1 2.5 2.3c0 1.9-2.5 2-2.5 4M12 16.3v.2',
  warn: 'M12 4L2.5 20.5h19zM12 10v5M12 17.7v.2',
  yes: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M8 12.3l2.8 2.8L16 9.5',
} as const

export type IconName = keyof typeof shapes

const domainShapes: Record<DomainId, string> = {
  manufacturing:
    'M3 20.5h10M5.5 20.5v-4h5v4M8 16.5L6.2 10M4.3 8.2a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0M7.8 7.3L15 4.5M14.8 4a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M16.5 5.7V9M13.5 12.5V9h6v3.5',
  agriculture:
    'M4 20.5h16M12 20v-8M12 12.5c0-4 2.5-7 7.5-7.5c.2 5-2.5 7.5-7.5 7.5zM12 16c0-3.2-2.2-5.5-7-6c0 4 2.5 6 7 6z',
  construction: 'M4 20.5h9M7 20V4M5 20V9M7 4h13M5 9l2-5l5 3.5M4.5 7H20M17 7v5M14.5 12h5v4.5h-5z',
  healthcare: 'M3.5 5.5h17v13h-17zM6.5 12.5h2.7l1.6-4l2.9 7l1.6-3h2.2',
  logistics:
    'M2.5 4.5h3V17H21M9 6h9v8H9zM13.5 6v3M7 19.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M16 19.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0',
  eldercare:
    'M8 5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M10 8.5v6L7.5 21M10 14.5l3.5 2L14.5 21M10 10l4 2.5M16 11.5h2V21',
  retail: 'M4 8.5h16l-1.2 12H5.2zM8.5 11.5V7a3.5 3.5 0 0 1 7 0v4.5M9.3 15.5l2 2l3.7-3.7',
  emergency: 'M6.5 17v-4a5.5 5.5 0 0 1 11 0v4M4 17h16v3.5H4zM12 2.5v2M4.5 5.5L6 7M19.5 5.5L18 7M12 11v3',
  energy: 'M13.5 3L6 13.5h5L10 21l8-11h-5.5z',
  education:
    'M12 6.5C9.8 4.9 7 4.5 3.5 4.5v13c3.5 0 6.3.5 8.5 2c2.2-1.5 5-2 8.5-2v-13c-3.5 0-6.3.4-8.5 2zM12 6.5v13',
  other: 'M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM16.5 13.5v6M13.5 16.5h6',
}

/** Decorative by default: the word beside it carries the meaning. */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  return <Glyph path={shapes[name]} label={label} className={className} />
}

export function DomainIcon({ domain, className }: { domain: DomainId; className?: string }) {
  return <Glyph path={domainShapes[domain]} className={className} />
}

function Glyph({ path, label, className }: { path: string; label?: string; className?: string }) {
  const drawing = <path d={path} />
  const shared = { className: classNames('i', className), viewBox: '0 0 24 24', focusable: false }
  if (label) {
    return (
      <svg {...shared} role="img" aria-label={label}>
        {drawing}
      </svg>
    )
  }
  return (
    <svg {...shared} aria-hidden="true">
      {drawing}
    </svg>
  )
}
