import type { ReactNode } from 'react'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { Badge } from '../primitives/badge.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Necessity } from '../primitives/necessity.tsx'
import { Tri } from '../primitives/tri.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import type { IntroductionLineView, SpokenInquiry } from './view.ts'

/** Introductions, what waits first: what it is, on what score, its state and who is awaited. */
export function IntroductionList({ lines }: { lines: readonly IntroductionLineView[] }) {
  const t = useT()
  if (lines.length === 0) return null
  return (
    <ul className="todo">
      {lines.map(line => (
        <TalkLine
          key={line.id}
          kind={t(`introduction.direction.${line.direction}`)}
          href={paths.introduction(line.id)}
          title={t(`introduction.line.${line.direction}`, { title: line.title, product: line.product })}
          meta={
            <>
              <span>{t('introduction.line.parties', { demand: line.demand, supply: line.supply })}</span>
              <span className="num">
                {t('introduction.line.score', { score: Math.round(line.score * 100) })}
              </span>
              <span>{t(`introduction.standing.${line.standing}`)}</span>
              <span className="num">{t('introduction.line.sent', { at: t.moment(line.at) })}</span>
            </>
          }
          state={<Badge noun="introduction" status={line.status} />}
          waits={line.status === 'sent' && waitsText(t, line)}
        />
      ))}
    </ul>
  )
}

/** Inquiries, what waits first: what is asked and why, what was answered, who is awaited. */
export function InquiryList({ lines }: { lines: readonly SpokenInquiry[] }) {
  const t = useT()
  if (lines.length === 0) return null
  return (
    <ul className="todo">
      {lines.map(line => (
        <TalkLine
          key={line.id}
          kind={t('inquiry.single')}
          href={paths.inquiry(line.id)}
          title={t('inquiry.line', { need: line.need, product: line.product })}
          meta={
            <>
              <Necessity must={line.necessity === 'must'} />
              <span>{line.title}</span>
              <span>{t('introduction.line.parties', { demand: line.demand, supply: line.supply })}</span>
              <span className="num">{t('introduction.line.sent', { at: t.moment(line.at) })}</span>
              {line.stated !== null && <span>{t('inquiry.page.stated', { value: line.stated })}</span>}
            </>
          }
          state={
            line.status === 'stated' ? (
              <Tri value={line.verdict} />
            ) : (
              <Badge noun="inquiry" status={line.status} />
            )
          }
          waits={line.status === 'asked' && waitsText(t, { ...line, dueOn: null })}
        />
      ))}
    </ul>
  )
}

function TalkLine({
  kind,
  href,
  title,
  meta,
  state,
  waits,
}: {
  kind: string
  href: string
  title: string
  meta: ReactNode
  state: ReactNode
  waits: ReactNode
}) {
  return (
    <li>
      <span className="todo__noun">{kind}</span>
      <div>
        <Link className="plain todo__title" href={href}>
          {title}
        </Link>
        <div className="meta">{meta}</div>
      </div>
      <div className="t13">
        {state}
        {waits && <p className="ink2">{waits}</p>}
      </div>
    </li>
  )
}

/** Who is awaited and until when. */
function waitsText(
  t: Translate,
  { waits, isMine, dueOn, closesAt }: Pick<IntroductionLineView, 'waits' | 'isMine' | 'dueOn' | 'closesAt'>,
): string {
  if (waits === 'nobody') return t('introduction.waits.nobody')
  const who = t(`introduction.waits.${isMine ? 'me' : waits}`)
  const until = dueOn
    ? t('introduction.waits.until', { day: t.day(dueOn) })
    : closesAt && t('introduction.waits.closes', { at: t.moment(closesAt) })
  return [who, until].filter(Boolean).join(t.locale === 'zh' ? '，' : ', ')
}

/** What stands there instead of an empty list. */
export function NoIntroductions({ where }: { where: 'scenario' | 'product' | 'own' }) {
  const t = useT()
  return <EmptyState title={t('introduction.none.title')}>{t(`introduction.none.${where}`)}</EmptyState>
}

export function NoInquiries() {
  const t = useT()
  return <EmptyState title={t('inquiry.none.title')}>{t('inquiry.none.text')}</EmptyState>
}
