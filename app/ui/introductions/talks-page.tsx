import type { ReactNode } from 'react'
import { allowed, enoughCases } from '#domain/introductions/responsiveness.ts'
import { Pager } from '../primitives/pager.tsx'
import { type Crumb, Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Section } from '../shell/section.tsx'
import { InquiryList, IntroductionList, NoInquiries, NoIntroductions } from './lists.tsx'
import type { RateView, SpokenLists } from './view.ts'

export interface TalksPageProps {
  title: string
  crumbs: readonly Crumb[]
  facts?: ReactNode
  lists: SpokenLists
  where: 'scenario' | 'product' | 'own'
  rate?: RateView | null
  pager?: { page: number; pageSize: number; href: (page: number) => string }
}

/** 引荐与询问 of a scenario, of a product, of one's own organisations, or of all for the bureau. */
export function TalksPage({ title, crumbs, facts, lists, where, rate, pager }: TalksPageProps) {
  const t = useT()
  const { introductions, inquiries, counts } = lists
  return (
    <Wrap>
      <Crumbs items={crumbs} />
      <PageHead title={title} facts={facts} />
      <p className="prose ink2 t14">{t('introduction.open')}</p>
      <Section title={t('introduction.title')} note={t('introduction.counts', counts.introductions)}>
        <IntroductionList lines={introductions} />
        {counts.introductions.all === 0 && <NoIntroductions where={where} />}
      </Section>
      <Section title={t('inquiry.title')} note={t('inquiry.counts', counts.inquiries)}>
        <InquiryList lines={inquiries} />
        {counts.inquiries.all === 0 && <NoInquiries />}
      </Section>
      {pager && (
        <Pager
          page={pager.page}
          pageSize={pager.pageSize}
          total={Math.max(counts.introductions.all, counts.inquiries.all)}
          href={pager.href}
        />
      )}
      {rate && <Rate rate={rate} />}
    </Wrap>
  )
}

function Rate({ rate: { share, cases, inTime } }: { rate: RateView }) {
  const t = useT()
  return (
    <Section title={t('introduction.rate.title')}>
      <p>
        {share === null
          ? t('introduction.rate.few', { enough: enoughCases })
          : t('introduction.rate.text', { cases, inTime })}
      </p>
      <p className="t14 ink2">{t('introduction.rate.rule', allowed)}</p>
    </Section>
  )
}
