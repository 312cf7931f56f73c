import type { ReactNode } from 'react'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { RecordRow } from '../pattern/record-row.tsx'
import { Badge } from '../primitives/badge.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Necessity } from '../primitives/necessity.tsx'
import { Tri } from '../primitives/tri.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { IntroductionLineView, SpokenInquiry } from './view.ts'

/** Introductions, what waits first: what it is, on what score, its state and who is awaited. */
export function IntroductionList({ lines }: { lines: readonly IntroductionLineView[] }) {
  const t = useT()
  return lines.map(line => (
    <RecordRow
      key={line.id}
      href={paths.introduction(line.id)}
      title={t(`introduction.line.${line.direction}`, { title: line.title, product: line.product })}
      meta={
        <>
          <span>{t('introduction.line.parties', line as { demand: string; supply: string })}</span>
          <span className="num">{t('introduction.line.score', { score: Math.round(line.score * 100) })}</span>
          <span>{t(`introduction.standing.${line.standing}`)}</span>
          <span className="num">{t('introduction.line.sent', { at: t.moment(line.at) })}</span>
        </>
      }
      side={<Badge noun="introduction" status={line.status} />}
      sideNote={waitsText(t, line)}
    />
  ))
}

/** Who is awaited and until when; nothing for what is over. */
function waitsText(
  t: Translate,
  { waits, isMine, dueOn, closesAt, status }: IntroductionLineView,
): ReactNode {
  if (status !== 'sent') return null
  const who = t(`introduction.waits.${isMine ? 'me' : waits}`)
  const until = dueOn
    ? t('introduction.waits.until', { day: t.day(dueOn) })
    : closesAt && t('introduction.waits.closes', { at: t.moment(closesAt) })
  return [who, until].filter(Boolean).join(t.locale === 'zh' ? '，' : ', ')
}

/** Inquiries, what waits first: what is asked and why, what was answered, who is awaited. */
export function InquiryList({ lines }: { lines: readonly SpokenInquiry[] }) {
  const t = useT()
  return lines.map(line => (
    <RecordRow
      key={line.id}
      href={paths.inquiry(line.id)}
      title={t('inquiry.line', { need: line.need, product: line.product })}
      meta={
        <>
          <Necessity must={line.necessity === 'must'} />
          <span>{line.title}</span>
          <span>{t('introduction.line.parties', { demand: line.demand, supply: line.supply })}</span>
          <span className="num">{t('introduction.line.sent', { at: t.moment(line.at) })}</span>
        </>
      }
      text={line.stated !== null && t('inquiry.page.stated', { value: line.stated })}
      side={
        line.status === 'stated' ? (
          <Tri value={line.verdict} />
        ) : (
          <Badge noun="inquiry" status={line.status} />
        )
      }
      sideNote={line.status === 'asked' && t(`introduction.waits.${line.isMine ? 'me' : line.waits}`)}
    />
  ))
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
