import { QueueTable } from '../pattern/queue-table.tsx'
import {
  BatchBar,
  DeskBar,
  DeskHead,
  KeyLegend,
  Preview,
  PreviewPart,
  Workbench,
} from '../pattern/workbench.tsx'
import { Badge } from '../primitives/badge.tsx'
import { Button } from '../primitives/button.tsx'
import { Timeline } from '../primitives/timeline.tsx'

const overdue = {
  id: '1',
  late: true,
  clock: '逾期 2 天',
  clockNote: '11-20 17:00',
  title: '异议答复：电缆隧道巡检收录',
  href: '/parts?q=1',
  note: '目录 ML-2026-0006 · 提出人密存',
  waits: '我',
  waitsNote: '自 11-17',
  next: '核查并答复',
}
const today = {
  id: '2',
  clock: '今日 17:00',
  clockNote: '余 7 时 30 分',
  title: '目录公示到期：电缆隧道巡检',
  href: '/parts?q=2',
  note: '目录 ML-2026-0006 · 北京示例电缆公司',
  waits: '异议办结',
  waitsNote: '1 件未结',
  next: '不可办结',
  current: true,
}

/** The dense desk of an officer. */
export function Desk() {
  return (
    <div className="wrap wrap--wide">
      <DeskHead title="工作台" who="市级经办 · 示例员甲" note="近 20 个工作日：办结 212 件，按时 204 / 212" />
      <Workbench preview={<Matter />}>
        <DeskBar action="/parts">
          <input className="input" name="q" aria-label="筛选" placeholder="编号、单位、事项" />
          <select className="select" name="kind" aria-label="类别">
            <option>全部类别</option>
          </select>
          <Button type="submit" look="quiet" size="sm">
            筛选
          </Button>
        </DeskBar>
        <BatchBar count={3} text="2 件场景初审，1 件产品发布">
          <Button size="sm">逐件同意</Button>
          <Button size="sm">附理由退回</Button>
        </BatchBar>
        <QueueTable
          pick="matter"
          groups={[
            { key: 'late', title: '逾期 1 件，任何筛选都不隐去', red: true, items: [overdue] },
            {
              key: 'today',
              title: '今日 2 件',
              items: [today, { ...today, id: '3', current: false, title: '场景初审：料箱分拣上架' }],
            },
          ]}
        />
        <KeyLegend
          keys={[
            { keys: ['J', 'K'], does: '上下' },
            { keys: ['X'], does: '选中' },
          ]}
        />
      </Workbench>
    </div>
  )
}

function Matter() {
  return (
    <Preview
      over="目录 ML-2026-0006"
      title="地下电缆隧道自主巡检"
      badge={<Badge noun="entry" status="objection" />}
      facts={[
        { key: '1', term: '公示', value: '11-17 发布，11-24 满五个工作日' },
        { key: '2', term: '依据', value: '措施（八）；公示五个工作日' },
      ]}
      actions={
        <>
          <Button size="sm">答复异议</Button>
          <Button size="sm" look="refuse">
            撤下公示
          </Button>
        </>
      }
    >
      <PreviewPart title="两级同意">
        <Timeline
          steps={[
            { key: '1', state: 'done', title: '经办同意', time: '11-14 16:20', who: '示例员丁' },
            { key: '2', state: 'stop', title: '复核同意已失效', time: '11-16 10:05', who: '内容有改动' },
          ]}
        />
      </PreviewPart>
    </Preview>
  )
}
