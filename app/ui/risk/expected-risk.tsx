import './expected-risk.css'
import { Icon } from '../primitives/icon.tsx'
import { Section } from '../shell/section.tsx'
import type { SpokenExpected } from './view.ts'

/** 预计风险项: one folded list per heading, so that a page about the work is not buried under it. */
export function ExpectedRisk({ risk }: { risk: SpokenExpected }) {
  return (
    <Section title={risk.title} note={risk.note}>
      <p className="t14">{risk.count}</p>
      <ul className="exprisk__open t13 ink3">
        {risk.open.map(each => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      {risk.lists.map(({ id, title, items }) => (
        <details className="exprisk" key={id}>
          <summary>
            <b>{title}</b> <span className="num ink3">{items.length}</span>
          </summary>
          <ul>
            {items.map(item => (
              <li key={item.id}>
                {item.title && <b>{item.title}</b>}
                {item.standard && <span className="t13 ink3">{item.standard}</span>}
                <span>
                  {item.may && (
                    <span className="exprisk__may">
                      <Icon name="unknown" />
                      {item.may}
                    </span>
                  )}
                  {item.text}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p className="t14 mt3">{risk.liability}</p>
      <p className="t13 ink3 mt3">{risk.unchecked}</p>
    </Section>
  )
}
