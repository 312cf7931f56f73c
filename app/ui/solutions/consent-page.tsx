import type { SubmissionResult } from '@conform-to/react'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { ConsentStatus } from '#domain/solutions/parts.ts'
import { paths } from '#paths'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { FactGrid } from '../pattern/fact-grid.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'

interface LineView {
  productId: string
  product: string
  version: number
  quantity: number
  role: string
  status: ConsentStatus
  formKey: string
  can: Verdict
}

interface ConsentView {
  id: string
  name: string
  organization: string
  lines: readonly LineView[]
}

/** 供货确认: what another firm asks of this one, product by product, and the answer to it. */
export function ConsentPage({
  view,
  answer,
}: {
  view: ConsentView
  answer: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}) {
  const t = useT()
  const back = paths.solution(view.id)
  const refusal = answer?.refusal
  return (
    <DeedPage
      title={t('solution.answer.title')}
      crumbs={[
        { label: t('solution.list.title'), href: paths.solutions() },
        { label: view.name || t('solution.mine.untitled'), href: back },
      ]}
      facts={<span>{view.organization}</span>}
    >
      <p className="prose ink2 t14 prodform__lead">
        {t('solution.answer.lead', { organization: view.organization })}
      </p>
      {refusal?.code === 'conflict' && (
        <StaleNote
          title={t('solution.deedPage.changedTitle')}
          refusal={refusal}
          href={paths.solutionConsent(view.id)}
        />
      )}
      {view.lines.map(line => (
        <Line key={line.productId} id={view.id} line={line} />
      ))}
      <Actions>
        <ButtonLink look="quiet" href={back}>
          {t('solution.answer.back')}
        </ButtonLink>
      </Actions>
    </DeedPage>
  )
}

function Line({ id, line }: { id: string; line: LineView }) {
  const t = useT()
  const { productId, product, version, quantity, role, status, can } = line
  const facts = [
    { key: 'quantity', term: t('solution.answer.quantity'), value: t.number(quantity) },
    { key: 'role', term: t('solution.answer.role'), value: role },
    { key: 'now', term: t('solution.answer.now'), value: t(`solution.consent.${status}`) },
  ]
  return (
    <Section title={t('solution.answer.of', { product, n: version })}>
      <FactGrid facts={facts} />
      {can.ok ? (
        <form method="post" className="mt4">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="productId" value={productId} />
          <input type="hidden" name="quantity" value={quantity} />
          <input type="hidden" name="role" value={role} />
          <FormKey value={line.formKey} />
          <Actions>
            {status !== 'confirmed' && (
              <SubmitButton name="answer" value="confirmed">
                {t('solution.answer.yes')}
              </SubmitButton>
            )}
            {status !== 'declined' && (
              <SubmitButton look="refuse" name="answer" value="declined">
                {t('solution.answer.no')}
              </SubmitButton>
            )}
          </Actions>
        </form>
      ) : (
        <Alert tone="red" title={t('solution.deedPage.closedTitle')}>
          <p>{t.reason(can.reason, can.detail)}</p>
        </Alert>
      )}
    </Section>
  )
}
