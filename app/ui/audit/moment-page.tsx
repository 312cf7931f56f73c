import { paths } from '#paths'
import { Correction, Diff } from '../pattern/diff.tsx'
import { FactGrid } from '../pattern/fact-grid.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Reveal } from '../primitives/reveal.tsx'
import { type Step, Timeline } from '../primitives/timeline.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { type Change, Content, changesBetween } from './content.tsx'
import { deedWords, statusWords } from './content-words.ts'
import { objectWords, pageOf } from './links.ts'
import type { AuditRowView, MomentView, SnapshotView } from './view.ts'

const changesShown = 80

/** 当时所见: one step, what it rested on, and nothing that came later. */
export function MomentPage(view: MomentView) {
  const t = useT()
  const { row, shown, before, neighbours, history } = view
  const href = pageOf(row.noun, row.objectId)
  return (
    <DeedPage
      title={`${deedWords(t, row.noun, row.deed)} · ${t('audit.moment.title')}`}
      crumbs={[{ label: t('audit.title'), href: paths.audit() }, { label: t('audit.row', { seq: row.seq }) }]}
      facts={
        <>
          <span>{objectWords(t, row)}</span>
          <span className="num">{t.dateTime(row.at)}</span>
          <span>{row.by}</span>
          {href && <Link href={href}>{t('audit.moment.toObject')}</Link>}
        </>
      }
    >
      <p className="ink2 t14">{t('audit.moment.note')}</p>
      <Section title={t('audit.moment.act')} top>
        <RowFacts view={view} />
      </Section>
      <Section title={t('audit.moment.shown')} top>
        {shown ? <Kept snapshot={shown} /> : <p className="ink3">{t('audit.moment.shownNone')}</p>}
      </Section>
      {shown && before && (
        <Section
          title={t('audit.moment.changed')}
          note={t('audit.moment.changedSince', { seq: before.seq, at: before.at.toISOString() })}
          top
        >
          <Changes before={before} after={shown} />
        </Section>
      )}
      {neighbours.length > 0 && (
        <Section title={t('audit.moment.beside')} note={t('audit.moment.besideNote')} top>
          {neighbours.map(each => (
            <Beside key={`${each.noun} ${each.objectId}`} snapshot={each} />
          ))}
        </Section>
      )}
      <Section title={t('audit.moment.history')} note={t('audit.moment.historyNote')}>
        <History rows={history} current={row.seq} />
      </Section>
    </DeedPage>
  )
}

function RowFacts({ view: { row, chain } }: { view: MomentView }) {
  const t = useT()
  const status = (name: string | null) => (name === null ? '—' : statusWords(t, row.noun, name))
  const hash = (text: string | null) => (text === null ? '—' : <code className="audit__hash">{text}</code>)
  const facts = [
    {
      key: 'state',
      term: t('audit.moment.state'),
      value: t('audit.moment.stateText', { from: status(row.fromStatus), to: status(row.toStatus) }),
    },
    { key: 'reason', term: t('audit.moment.reason'), value: row.reason ?? t('audit.moment.noReason') },
    { key: 'rule', term: t('audit.moment.ruleVersion'), value: row.ruleVersion ?? '—' },
    { key: 'check', term: t('audit.moment.check'), value: <Check chain={chain} /> },
    { key: 'before', term: t('audit.moment.before'), value: hash(row.beforeHash) },
    { key: 'after', term: t('audit.moment.after'), value: hash(row.afterHash) },
    { key: 'prev', term: t('audit.moment.prev'), value: hash(row.prevHash) },
    { key: 'own', term: t('audit.moment.own'), value: hash(row.hash) },
    { key: 'request', term: t('audit.moment.request'), value: hash(row.requestId) },
  ]
  return <FactGrid facts={facts} />
}

function Check({ chain: { rowHolds, linkHolds, sealedAt, sealHolds } }: { chain: MomentView['chain'] }) {
  const t = useT()
  const holds = rowHolds && linkHolds
  const sealed =
    sealedAt === null
      ? t('audit.moment.unsealed')
      : sealHolds
        ? t('audit.moment.sealHolds', { at: sealedAt.toISOString() })
        : t('audit.moment.sealBroken')
  return (
    <>
      <span className={holds ? undefined : 'red'}>
        {t(holds ? 'audit.moment.holds' : 'audit.moment.broken')}
      </span>
      <br />
      <span className={sealedAt !== null && !sealHolds ? 'red' : 'ink2'}>{sealed}</span>
    </>
  )
}

function Kept({ snapshot: { whole, content } }: { snapshot: SnapshotView }) {
  const t = useT()
  return (
    <>
      {!whole && <Correction title={t('audit.moment.contentBroken')}>{null}</Correction>}
      <Content content={content} />
    </>
  )
}

function Changes({ before, after }: { before: SnapshotView; after: SnapshotView }) {
  const t = useT()
  const changes = changesBetween(t, before.content, after.content)
  if (changes.length === 0) return <p className="ink3">{t('audit.moment.unchanged')}</p>
  const rest = changes.length - changesShown
  return (
    <dl className="kept">
      {changes.slice(0, changesShown).map(each => (
        <div key={each.label}>
          <dt>{each.label}</dt>
          <dd>
            <Difference {...each} />
          </dd>
        </div>
      ))}
      {rest > 0 && (
        <div>
          <dt />
          <dd className="ink3">{t('audit.moment.more', { n: rest })}</dd>
        </div>
      )}
    </dl>
  )
}

/** What is new stands alone; only what took another's place has it struck through beside it. */
function Difference({ before, after }: Change) {
  const t = useT()
  if (before !== null) return <Diff before={before} after={after ?? t('audit.nothing')} />
  return (
    <span className="diff">
      <ins>{after}</ins>
    </span>
  )
}

function Beside({ snapshot }: { snapshot: SnapshotView }) {
  const t = useT()
  const { noun, seq, deed, at } = snapshot
  return (
    <div className="audit__beside">
      <Reveal summary={t.maybe(`audit.noun.${noun}`) ?? noun}>
        <p className="t13 ink3">
          <Link href={paths.auditRow(seq)}>
            {t('audit.moment.asOf', { seq, deed: deedWords(t, noun, deed), at: at.toISOString() })}
          </Link>
        </p>
        <Kept snapshot={snapshot} />
      </Reveal>
    </div>
  )
}

function History({ rows, current }: { rows: readonly AuditRowView[]; current: number }) {
  const t = useT()
  if (rows.length === 0) return <Alert title={t('audit.none')} />
  const steps = rows.map(
    (row): Step => ({
      key: String(row.seq),
      state: row.seq === current ? 'now' : 'done',
      title:
        row.seq === current ? (
          deedWords(t, row.noun, row.deed)
        ) : (
          <Link href={paths.auditRow(row.seq)}>{deedWords(t, row.noun, row.deed)}</Link>
        ),
      time: t.dateTime(row.at),
      at: row.at.toISOString(),
      who: (
        <>
          {row.by}
          {row.reason && <span className="audit__why">{row.reason}</span>}
        </>
      ),
    }),
  )
  return <Timeline steps={steps} />
}
