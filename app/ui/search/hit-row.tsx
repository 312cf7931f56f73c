import { EntryRow } from '../catalog/entry-row.tsx'
import { FirmRow } from '../firms/firm-row.tsx'
import { ProductRow } from '../products/product-row.tsx'
import { ScenarioRow } from '../scenarios/scenario-row.tsx'
import { SolutionRow } from '../solutions/solution-row.tsx'
import { Marked } from './marked.tsx'
import type { Density, HitView } from './view.ts'
import { Why } from './why.tsx'

/** One thing that was found, as its own list draws it, with what was found marked and why. */
export function HitRow({ hit, now, density }: { hit: HitView; now: Date; density: Density }) {
  const isCompact = density === 'compact'
  const marked = {
    title: <Marked segments={hit.title} />,
    text: (
      <>
        {!isCompact && <Marked segments={hit.text} />}
        <Why reasons={hit.reasons} inSight={isCompact ? ['title'] : ['title', 'summary']} />
      </>
    ),
  }
  switch (hit.index) {
    case 'scenarios':
      return <ScenarioRow row={hit.row} now={now} {...marked} />
    case 'products':
      return <ProductRow row={hit.row} {...marked} />
    case 'solutions':
      return <SolutionRow row={hit.row} {...marked} />
    case 'firms':
      return <FirmRow row={hit.row} {...marked} />
    case 'catalog':
      return <EntryRow row={hit.row} {...marked} />
  }
}
