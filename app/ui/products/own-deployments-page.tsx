import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { DeploymentTable } from './deployment-table.tsx'
import type { DeploymentLine } from './view.ts'

export interface OwnDeploymentLine extends DeploymentLine {
  product: { id: string; name: string } | null
  removalKey: string | null
}

/** 本单位的应用案例: of each product, and those of which nobody says which product it was. */
export function OwnDeploymentsPage({
  deployments,
  can,
}: {
  deployments: readonly OwnDeploymentLine[]
  can: Verdict
}) {
  const t = useT()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('deployments.title') }]} />
      <PageHead title={t('deployments.title')} facts={<span>{t('deployments.lead')}</span>} />
      <Actions>
        {can.ok ? (
          <ButtonLink href={`${paths.importNew()}?noun=deployment`}>{t('deployments.import')}</ButtonLink>
        ) : (
          <p className="ink2">{t.reason(can.reason, can.detail)}</p>
        )}
      </Actions>
      {deployments.length === 0 ? (
        <EmptyState level={2} title={t('deployments.none')}>
          {t('deployments.noneText')}
        </EmptyState>
      ) : (
        <div className="mt4">
          <DeploymentTable
            rows={deployments}
            about={row => <Product row={row} />}
            act={row => <Act row={row} />}
          />
        </div>
      )}
    </Wrap>
  )
}

function Product({ row: { product } }: { row: OwnDeploymentLine }) {
  const t = useT()
  return (
    <small className="specs__note">
      {product ? (
        <Link href={paths.product(product.id)}>{product.name}</Link>
      ) : (
        <span className="unsaid">{t('deployments.noProduct')}</span>
      )}
    </small>
  )
}

/** A product's case is taken off where the product's cases are kept. */
function Act({ row: { id, product, removalKey, place, task } }: { row: OwnDeploymentLine }) {
  const t = useT()
  const name = <span className="vh"> {place ?? task}</span>
  if (product)
    return (
      <Link href={paths.productDeployments(product.id)}>
        {t('deployments.atProduct')}
        {name}
      </Link>
    )
  if (removalKey === null) return null
  return (
    <DeedForm action={paths.ownDeploymentRemoval()} id={id} formKey={removalKey} look="line" size="sm">
      {t('product.records.remove')}
      {name}
    </DeedForm>
  )
}
