import type { MetaFunction } from '@remix-run/node'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Basics } from '#ui/styleguide/basics.tsx'
import { Charts } from '#ui/styleguide/charts.tsx'
import { Forms } from '#ui/styleguide/forms.tsx'
import { Patterns } from '#ui/styleguide/patterns.tsx'
import { Pieces } from '#ui/styleguide/pieces.tsx'

export const handle: PageHandle = { title: () => '部件 Parts' }
export const loader = () => null
export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex' }]

/** Every part of the interface in both appearances: for those who build and those who check. */
export default function Styleguide() {
  return (
    <>
      <div className="wrap head">
        <h1>部件 Parts</h1>
        <p className="ink2 mt2">左为日间，右为夜间。同一份标记，只换变量。</p>
      </div>
      <div className="pair2">
        {(['light', 'dark'] as const).map(theme => (
          <div data-theme={theme} key={theme}>
            <Basics />
            <Forms id={`sample-${theme}`} />
            <Pieces />
            <Charts />
          </div>
        ))}
      </div>
      <Patterns />
    </>
  )
}
