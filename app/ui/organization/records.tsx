import { capabilities, documentKinds, relationKinds } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { Sign } from '../primitives/badge.tsx'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { FileRow } from '../primitives/file-row.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import type { Look } from '../status-look.ts'
import type { DocumentView, OrganizationView, RequestRow } from './view.ts'

const requestLook: Record<RequestRow['status'], Look> = {
  asked: ['wait'],
  endorsed: ['half'],
  granted: ['full', 'live'],
  refused: ['stop', 'red'],
  revoked: ['stop', 'red'],
}

const standingLook: Record<DocumentView['standing'], Look> = {
  valid: ['full'],
  expiring: ['wait'],
  expired: ['stop', 'red'],
}

/** 核验申请, one row per capability, with its decision and the way to it for whoever may decide. */
export function RequestTable({ view }: { view: OrganizationView }) {
  const t = useT()
  const columns: Column<RequestRow>[] = [
    {
      key: 'capability',
      head: t('organization.ask.capabilities'),
      header: true,
      cell: row => t.pick(capabilities[row.capability]),
    },
    {
      key: 'state',
      head: t('common.state.state'),
      cell: row => {
        const [shape, tone] = requestLook[row.status]
        return (
          <Sign shape={shape} tone={tone}>
            {t(`organization.requestStatus.${row.status}`)}
          </Sign>
        )
      },
    },
    {
      key: 'why',
      head: t('organization.request.reason'),
      full: true,
      cell: row => (
        <span className="ink2">
          {row.reason}
          <span className="tbl__sub">{whoOf(row)}</span>
        </span>
      ),
    },
    { key: 'act', head: t('common.state.can'), cell: row => <RequestLink id={view.id} row={row} /> },
  ]
  const whoOf = (row: RequestRow) =>
    [
      row.endorser && t('organization.request.endorsedBy', { name: row.endorser }),
      row.decidedAt &&
        t('organization.request.by', { time: t.dateTime(row.decidedAt), name: row.decider ?? '' }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <DataTable
      caption={t('organization.verification')}
      columns={columns}
      rows={view.requests}
      rowKey={row => String(row.id)}
    />
  )
}

function RequestLink({ id, row: { id: requestId, can } }: { id: string; row: RequestRow }) {
  const t = useT()
  const decides = can.grant.ok || can.endorse.ok || can.refuse.ok
  if (!decides && !can.revoke.ok) return null
  return (
    <Link href={paths.organizationRequest(id, requestId)}>
      {t(decides ? 'organization.request.open' : 'organization.request.revoke')}
    </Link>
  )
}

export function DocumentList({ view }: { view: OrganizationView }) {
  const t = useT()
  if (view.documents.length === 0) return <p className="ink3">{t('organization.noDocuments')}</p>
  return (
    <>
      {view.documents.map(each => {
        const [shape, tone] = standingLook[each.standing]
        const until = each.validUntil
          ? t('organization.document.until', { day: each.validUntil })
          : t('organization.document.forever')
        return (
          <FileRow
            key={each.id}
            name={t.pick(documentKinds[each.kind])}
            meta={[each.number, each.issuer, until].join(' · ')}
            side={
              <div className="acts">
                <Sign shape={shape} tone={tone}>
                  {t(`organization.document.standing.${each.standing}`)}
                </Sign>
                {view.can.addDocument.ok && <Removal view={view} document={each} />}
              </div>
            }
          />
        )
      })}
    </>
  )
}

/** The form of one row; the page reloads after it, so the next row has a fresh key. */
function Removal({ view, document }: { view: OrganizationView; document: DocumentView }) {
  const t = useT()
  return (
    <DeedForm
      action={paths.organizationDocumentRemoval(view.id)}
      id={view.id}
      formKey={view.formKey}
      look="quiet"
      size="sm"
      fields={<input type="hidden" name="documentId" value={document.id} />}
    >
      {t('organization.document.remove')}
      <span className="vh"> {document.number}</span>
    </DeedForm>
  )
}

export function RelationList({ view }: { view: OrganizationView }) {
  const t = useT()
  if (view.relations.length === 0) return <p className="ink3">{t('organization.noRelations')}</p>
  return (
    <ul>
      {view.relations.map(({ id, name, kind, isDeclared }) => (
        <li key={`${id}-${kind}`}>
          {name} · {t.pick(relationKinds[kind])} ·{' '}
          <span className="ink3">{t(`organization.relation.${isDeclared ? 'declared' : 'found'}`)}</span>{' '}
          {view.can.lift.ok && (
            <Link href={paths.organizationRelationLift(view.id, { other: id, kind })}>
              {t('organization.relation.lift')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
