import type { ReactNode } from 'react'
import { type Fact, FactGrid } from '../pattern/fact-grid.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { PrintButton } from '../primitives/print-button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import type { Calculated } from './view.ts'

/** 测算依据: which text on which day, what it was asked about, and the hashes that pin input and trace. */
export function Grounds({
  calculation,
  facts,
  traceHref,
  children,
}: {
  calculation: Calculated
  facts?: readonly Fact[]
  traceHref: string
  /** Further actions, before the export. */
  children?: ReactNode
}) {
  const t = useT()
  const { rule, inputHash, traceHash, assessment, facts: asked } = calculation
  const { effectiveFrom: from, effectiveTo: to } = rule
  const day = t.date(asked.decidedAt)
  const own: Fact[] = [
    {
      key: 'document',
      term: t('reward.document'),
      value: rule.url ? (
        <a href={rule.url} rel="external noreferrer">
          {rule.document}
        </a>
      ) : (
        rule.document
      ),
    },
    {
      key: 'effective',
      term: t('reward.effective'),
      value: to ? t('reward.effectiveTo', { from, to }) : t('reward.effectiveFrom', { from }),
    },
    {
      key: 'decided',
      term: t('reward.decidedOn'),
      value: t('reward.decidedOnNote', { day, year: assessment.firmYear.year }),
    },
    { key: 'units', term: t('reward.unitsFact'), value: t('reward.unitsCount', { n: asked.units.length }) },
  ]
  return (
    <Section title={t('reward.grounds')}>
      <FactGrid facts={[...(facts ?? []), ...own]} />
      <p className="t13 ink3 mt4">{t('reward.groundsNotes')}</p>
      <ul className="notes">
        {rule.notes.map(note => (
          <li key={note.en}>{t.pick(note)}</li>
        ))}
      </ul>
      <Actions className="mt5">
        {children}
        <ButtonLink look="line" href={traceHref} download="">
          {t('reward.export')}
        </ButtonLink>
        <PrintButton />
      </Actions>
      <p className="hash mt3">
        <span className="ph">{t('reward.hashRule', { version: rule.version })}</span>{' '}
        <span className="ph">{t('reward.hashInput', { hash: short(inputHash) })}</span>{' '}
        <span className="ph">{t('reward.hashTrace', { hash: short(traceHash) })}</span>
      </p>
    </Section>
  )
}

/** Enough of a hash to compare by eye; the exported trace has all of it. */
const short = (hash: string): string => `${hash.slice(0, 8)}…${hash.slice(-8)}`
