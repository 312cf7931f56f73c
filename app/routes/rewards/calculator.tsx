import type { LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { passageOf } from '#domain/rewards/clause-text.ts'
import { RewardInquiry } from '#domain/rewards/inquiry.ts'
import { rewardRules } from '#domain/rewards/rules.ts'
import { readQuery } from '#http/query-form.ts'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { calculateReward } from '#services/rewards/calculate.ts'
import { Calculator, type CalculatorProps } from '#ui/reward/calculator.tsx'
import { speakCalculation, speakPlaces } from '#ui/reward/speak.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle<CalculatorProps> = {
  title: (t, { result }) =>
    result ? `${t(`reward.verdict.${result.assessment.verdict}`)} · ${t('reward.title')}` : t('reward.title'),
}

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => {
    const { value, typed, errors, query } = readQuery(args, RewardInquiry)
    const [{ version, document, published }] = rewardRules
    const t = speakTo(args.request)
    const page: CalculatorProps = {
      result: value && speakCalculation(t, calculateReward(ctx, value)),
      yearStated: value?.granted !== undefined,
      rules: rewardRules.map(rule => ({ version: rule.version, title: rule.title })),
      places: speakPlaces(t),
      typed,
      submission: errors,
      measure: { text: passageOf(version, [])?.[0]?.text ?? '', document, published },
      query,
    }
    return data(page, { status: errors ? 422 : 200 })
  })
}

export default function RewardCalculator() {
  const page = useLoaderData<typeof loader>()
  return <Calculator {...page} />
}
