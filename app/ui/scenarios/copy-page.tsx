import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { CopyScenario } from '../pattern/copy-scenario.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { fieldsInOrder, placeLabel, saidText } from '../review/said.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'

export interface CopyView {
  source: { kind: 'scenario' | 'entry'; id: string; number: string | null; title: string }
  draft: object
  filled: number
  organization: string | null
  can: Verdict
  formKey: string
}

/** 以此为样例新建场景: what comes along, what does not and why, and one button. */
export function CopyPage({ view, refused }: { view: CopyView; refused?: boolean }) {
  const t = useT()
  const { source, draft, can, filled, organization } = view
  const back = source.kind === 'entry' ? paths.entry(source.id) : paths.scenario(source.id)
  const list =
    source.kind === 'entry'
      ? { label: t('catalog.list'), href: paths.catalog() }
      : { label: t('scenario.list.title'), href: paths.scenarios() }
  return (
    <DeedPage
      title={t('review.copy.title')}
      crumbs={[list, { label: source.number ?? source.title, href: back }]}
      facts={<a href={back}>{source.title}</a>}
    >
      {refused && <Alert tone="red" title={t('scenario.deedPage.refusedTitle')} />}
      {can.ok ? (
        <CopyScenario
          title={t('review.copy.filled', { percent: Math.floor(filled * 100) })}
          text={t('review.copy.text')}
          action={
            <form method="post">
              <FormKey value={view.formKey} />
              <SubmitButton>{t('review.copy.act')}</SubmitButton>
            </form>
          }
          note={organization && t('review.copy.forWhom', { organization })}
        />
      ) : (
        <Alert tone="red" title={t('scenario.deedPage.closedTitle')}>
          <p>{t.reason(can.reason, can.detail)}</p>
          {organization === null && (
            <>
              <p>{t('review.copy.noOrganization')}</p>
              <Actions>
                <ButtonLink href={paths.organizationNew()}>{t('review.copy.found')}</ButtonLink>
                <ButtonLink look="line" href={paths.organizationClaim()}>
                  {t('review.copy.claim')}
                </ButtonLink>
              </Actions>
            </>
          )}
        </Alert>
      )}
      <Section top title={t('review.copy.taken')}>
        <dl className="changes">
          {fieldsInOrder(draft).flatMap(field => {
            const said = saidText(t, field, (draft as Record<string, unknown>)[field])
            return said === null
              ? []
              : [
                  <div className="changes__one" key={field}>
                    <dt>{placeLabel(t, field, draft as Record<string, unknown>)}</dt>
                    <dd className="lines changes__whole">{said}</dd>
                  </div>,
                ]
          })}
        </dl>
      </Section>
    </DeedPage>
  )
}
