import { useForm } from '@conform-to/react'
import {
  deploymentStageIds,
  deploymentStages,
  useAnswerIds,
  useAnswers,
} from '#domain/products/vocabulary.ts'
import { paths } from '#paths'
import { Check, Select } from '../form/choice.tsx'
import { Field, NumberField } from '../form/field.tsx'
import { useT } from '../shell/dictionary.tsx'
import { DeploymentTable } from './deployment-table.tsx'
import {
  RecordForm,
  type RecordsAnswer,
  RecordsFrame,
  type RecordsPageView,
  RemoveRecord,
} from './records-frame.tsx'

type Fields = Record<
  | 'place'
  | 'isAnonymous'
  | 'region'
  | 'since'
  | 'units'
  | 'task'
  | 'stage'
  | 'evidenceUrl'
  | 'evidenceNote'
  | 'inUse',
  string
>

/** 登记应用案例: the list as the product page shows it, and one case more. */
export function DeploymentPage({ view, answer }: { view: RecordsPageView; answer: RecordsAnswer }) {
  const t = useT()
  const [form, fields] = useForm<Fields>({ id: 'deployment', lastResult: answer?.submission })
  const label = (name: Exclude<keyof Fields, 'isAnonymous'>) => t(`product.deployment.${name}`)
  const names = [
    ...(['place', 'region', 'since', 'units', 'task'] as const),
    ...(['stage', 'evidenceUrl', 'evidenceNote', 'inUse'] as const),
  ]
  return (
    <RecordsFrame
      view={view}
      answer={answer}
      title={t('product.deployment.title')}
      lead={t('product.deployment.lead')}
      list={
        view.deployments.length > 0 ? (
          <DeploymentTable
            rows={view.deployments}
            act={row => (
              <RemoveRecord
                view={view}
                recordId={row.id}
                action={paths.productDeploymentRemoval(view.id)}
                name={row.place ?? row.task}
              />
            )}
          />
        ) : (
          <p className="unsaid">{t('product.deployment.none')}</p>
        )
      }
    >
      <RecordForm
        form={form}
        view={view}
        submit={t('product.deployment.add')}
        labels={Object.fromEntries(names.map(name => [name, label(name)]))}
      >
        <Field
          field={fields.place}
          label={label('place')}
          hint={t('product.deployment.placeHint')}
          optional
        />
        <Check field={fields.isAnonymous} label={t('product.deployment.isAnonymous')} />
        <div className="form__cols">
          <Field
            field={fields.region}
            label={label('region')}
            hint={t('product.deployment.regionHint')}
            optional
          />
          <Field field={fields.since} kind="date" label={label('since')} optional />
        </div>
        <Field field={fields.task} label={label('task')} />
        <Select
          field={fields.stage}
          label={label('stage')}
          empty={t('common.undisclosed')}
          options={deploymentStageIds.map(value => ({ value, label: t.pick(deploymentStages[value]) }))}
        />
        <div className="form__cols">
          <NumberField
            field={fields.units}
            label={label('units')}
            unit={t('product.deployment.unit')}
            optional
          />
          <Select
            field={fields.inUse}
            label={label('inUse')}
            empty={t('product.form.choose')}
            options={useAnswerIds.map(value => ({ value, label: t.pick(useAnswers[value]) }))}
          />
        </div>
        <Field
          field={fields.evidenceUrl}
          kind="url"
          label={label('evidenceUrl')}
          hint={t('product.deployment.evidenceHint')}
          optional
        />
        <Field field={fields.evidenceNote} label={label('evidenceNote')} optional />
      </RecordForm>
    </RecordsFrame>
  )
}
