import type { InquiryStatus } from '#domain/inquiries/lifecycle.ts'
import type { Direction } from '#domain/introductions/introduction.ts'
import type { IntroductionStatus } from '#domain/introductions/lifecycle.ts'
import type { MatchSnapshot } from '#domain/introductions/snapshot.ts'
import type { CriterionId, CriterionValue } from '#domain/ontology/criteria.ts'
import { formatNeed, formatValue } from '#domain/ontology/values.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { fieldsText, haveOf, needOf, remarkText, subjectText } from '../match/words.ts'
import { listText } from '../products/words.ts'
import type {
  InquiryView,
  ListsView,
  SpokenInquiryView,
  SpokenLists,
  SpokenMatch,
  SpokenTalk,
  SpokenTalks,
  TalkNoteView,
} from './view.ts'

/** 载重 ≥ 100 kg: a criterion with what is needed of it. */
function needText(t: Translate, criterion: CriterionId, need: CriterionValue): string {
  return `${subjectText(t, criterion)} ${formatNeed(criterion, need, t.locale)}`.trim()
}

type Stated = { criterion: CriterionId; need: CriterionValue; stated: CriterionValue | null }

function speakFact<F extends Stated>(t: Translate, fact: F) {
  const { criterion, need, stated, ...rest } = fact
  return {
    ...rest,
    need: needText(t, criterion, need),
    stated: stated === null ? null : formatValue(criterion, stated, t.locale, need),
  }
}

/** Lists in the reader's words, so that a browser is not sent the ontology. */
export function speakLists<L extends Pick<ListsView, 'inquiries'>>(
  t: Translate,
  lists: L,
): Omit<L, 'inquiries'> & Pick<SpokenLists, 'inquiries'> {
  return { ...lists, inquiries: lists.inquiries.map(each => speakFact(t, each)) }
}

export function speakInquiry(t: Translate, view: InquiryView): SpokenInquiryView {
  const { all, ...rest } = view
  return { ...speakFact(t, rest), all: all.map(each => speakFact(t, each)) }
}

/** 0 to 1 as a page says it: 0 to 100. */
const points = (score: number) => Math.round(score * 100)

function speakMatch(t: Translate, match: MatchSnapshot): SpokenMatch {
  const { verdict, standing, weights, productVersion, gap, unknownMusts } = match
  const remarks = (list: MatchSnapshot['reasons'] | MatchSnapshot['risks']) =>
    list.map(each => ({
      key: `${each.key}-${each.needField}-${each.haveField}`,
      text: remarkText(t, each),
      fields: fieldsText(t, each),
    }))
  const row = gap && { subject: gap.criterion, need: gap.need, have: gap.have }
  return {
    ...{ score: points(match.score), demand: points(match.demand), supply: points(match.supply) },
    ...{ verdict, standing, weights, productVersion },
    pros: remarks(match.reasons),
    cons: remarks(match.risks),
    gap:
      row &&
      t('introduction.page.gap', {
        criterion: subjectText(t, row.subject),
        need: needOf(t, row),
        have: haveOf(t, row),
      }),
    unknown: unknownMusts.length === 0 ? null : namesText(t, unknownMusts),
  }
}

const namesText = (t: Translate, criteria: readonly CriterionId[]) =>
  listText(
    t,
    criteria.map(each => subjectText(t, each)),
  )

export function speakAbout<V extends { match: MatchSnapshot }>(
  t: Translate,
  view: V,
): Omit<V, 'match'> & { match: SpokenMatch } {
  return { ...view, match: speakMatch(t, view.match) }
}

interface Talk {
  direction: Direction
  introduce: Verdict
  last: { id: string; status: IntroductionStatus; direction: Direction } | null
  inquire: Verdict | null
  open: readonly CriterionId[]
  asked: Partial<Record<CriterionId, { id: string; status: InquiryStatus }>>
}

/** What may be said on a match page, by the other side's id; `own` is the page's own object. */
export function speakTalks(t: Translate, own: string, talks: Readonly<Record<string, Talk>>): SpokenTalks {
  return Object.fromEntries(Object.entries(talks).map(([id, talk]) => [id, speakTalk(t, { own, id }, talk)]))
}

function speakTalk(t: Translate, { own, id }: { own: string; id: string }, talk: Talk): SpokenTalk {
  const { direction, introduce, last, inquire, open } = talk
  const [scenario, product] = direction === 'invite' ? [own, id] : [id, own]
  const asked = Object.values(talk.asked)
  const [first] = asked
  return {
    introduce: introduce.ok
      ? {
          text: t(`introduction.act.${direction}`),
          href: paths.introductionNew({ direction, scenario, product }),
        }
      : null,
    last: last && {
      status: last.status,
      text: t(`introduction.direction.${last.direction}`),
      href: paths.introduction(last.id),
    },
    ask:
      inquire?.ok && open.length > 0
        ? {
            text: t('inquiry.ask', { criteria: namesText(t, open.slice(0, askedAtOnce)) }),
            scenarioId: scenario,
            productId: product,
            criteria: open.slice(0, askedAtOnce),
          }
        : null,
    asked: first
      ? { text: t('inquiry.askedAlready', { n: asked.length }), href: paths.inquiry(first.id) }
      : null,
    closed:
      introduce.ok || last || quiet.includes(introduce.reason)
        ? null
        : t.reason(introduce.reason, introduce.detail),
  }
}

/** What the candidate's own tag says already. */
const quiet = ['introduction.nobodyThere']

/** So many names still fit a button. */
const askedAtOnce = 5

/** How many firms were invited, and that it makes no difference; for the scenario's own people and the bureau with the lists. */
export function speakInvited(
  t: Translate,
  { firms, reads }: { firms: number; reads: boolean },
  scenarioId: string,
): TalkNoteView {
  const counted = firms === 0 ? t('introduction.invitedNone') : t('introduction.invited', { n: firms })
  const gap = t.locale === 'zh' ? '' : ' '
  const link = { text: t('introduction.act.list'), href: paths.scenarioIntroductions(scenarioId) }
  return { text: `${counted}${gap}${t('introduction.equal')}`, link: reads ? link : null }
}

/** The way to the lists of a product, for its own firm and the bureau. */
export function speakProductLists(t: Translate, productId: string): TalkNoteView {
  return {
    text: '',
    link: { text: t('introduction.act.list'), href: paths.productIntroductions(productId) },
  }
}

/** For a product's firm: what scenarios ask of it. */
export function speakAsked(
  t: Translate,
  lines: readonly { id: string; title: string; criterion: CriterionId; need: CriterionValue }[],
): { title: string; lines: TalkNoteView[] } | null {
  if (lines.length === 0) return null
  return {
    title: t('inquiry.onProduct.title', { n: lines.length }),
    lines: lines.map(({ id, title, criterion, need }) => ({
      text: t('inquiry.onProduct.line', { title, need: needText(t, criterion, need) }),
      link: { text: t('inquiry.onProduct.link'), href: paths.inquiry(id) },
    })),
  }
}
