import { Correction, Diff } from '../pattern/diff.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Button } from '../primitives/button.tsx'
import { type Column, DataTable, Figure } from '../primitives/data-table.tsx'
import { DeadlineClock } from '../primitives/deadline-clock.tsx'
import { Dialog, DialogClose } from '../primitives/dialog.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { FileRow } from '../primitives/file-row.tsx'
import { Pager } from '../primitives/pager.tsx'
import { Reveal } from '../primitives/reveal.tsx'
import { Stat } from '../primitives/stat.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { Timeline } from '../primitives/timeline.tsx'
import { Toast } from '../primitives/toast.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Part } from './sheet.tsx'

interface Sample {
  name: string
  now: string | null
  target: string
  unit: string
}

const samples: Sample[] = [
  { name: '准时送达率', now: '81.3', target: '≥ 95', unit: '%' },
  { name: '人工介入', now: null, target: '≤ 0.10', unit: '次/h' },
]

const here = (query: string) => `/parts?${query}`

export function Pieces() {
  return (
    <>
      <Tables />
      <Part name="数与钟 Stat · DeadlineClock">
        <div className="cols">
          <dl>
            <Stat
              label="试点通过验收"
              value={4}
              total={9}
              unit="个"
              note="九个已签约，点开是名单。"
              href="/parts"
            />
          </dl>
          <DeadlineClock
            label="距应标截止"
            until="2026-12-08T09:00:00Z"
            now="2026-11-24T01:30:00Z"
            note="17:00:00 起不再接收（北京时间，以数据库时钟为准）"
          />
        </div>
      </Part>
      <Part name="提示 Alert">
        <Alert title="还差三处就能提交">门净宽、电梯协议、验收测法。</Alert>
        <Alert tone="blue" title="已保存">
          09:30:12，版本 4。
        </Alert>
        <Alert tone="red" title="异议未结，不得办结公示">
          答复后方可继续。
        </Alert>
      </Part>
      <Over />
      <Part name="空 EmptyState">
        <EmptyState
          title="还没有对得上的机器人"
          actions={
            <>
              <Button look="line" size="sm">
                改这一条
              </Button>
              <Button look="quiet" size="sm">
                订阅新产品
              </Button>
            </>
          }
        >
          七项必须条件里，“净宽 ≤ 700 mm”拦下了 9 款。放宽到 850 mm 可多看到 4 款。
        </EmptyState>
      </Part>
      <Part name="时间线 Timeline">
        <Timeline
          steps={[
            { key: 'a', state: 'done', title: '发布', time: '11 月 16 日 10:02' },
            { key: 'b', state: 'now', title: '应标中', time: '到 12 月 8 日 17:00', who: '在等：机器人企业' },
            { key: 'c', state: 'stop', title: '复核同意已失效', who: '内容有改动' },
            { key: 'd', state: 'next', title: '两人开封' },
          ]}
        />
      </Part>
      <Files />
    </>
  )
}

function Tables() {
  const t = useT()
  const columns: Column<Sample>[] = [
    { key: 'name', head: '指标', header: true, sort: 'name', cell: row => row.name },
    {
      key: 'now',
      head: '现状',
      align: 'end',
      label: '现状',
      cell: row =>
        row.now ? <Figure>{row.now}</Figure> : <span className="ink3">{t('common.unknown')}</span>,
    },
    { key: 'target', head: '目标', align: 'end', label: '目标', cell: row => <Figure>{row.target}</Figure> },
    { key: 'unit', head: '单位', unit: true, cell: row => row.unit },
  ]
  return (
    <>
      <Part name="表与分页 DataTable · Pager">
        <DataTable
          caption="示例表"
          columns={columns}
          rows={samples}
          rowKey={row => row.name}
          sorting={{
            by: 'name',
            direction: 'up',
            href: (by, direction) => here(`sort=${by}&order=${direction}`),
          }}
        />
        <Pager page={2} pageSize={20} total={268} href={page => here(`page=${page}`)} />
      </Part>
      <Part name="页签 Tabs">
        <Tabs
          label="示例页签"
          items={[
            { href: here('tab=1'), label: '要求', count: 8, current: true },
            { href: here('tab=2'), label: '问答', count: 3 },
            { href: here('tab=3'), label: '逾期', count: 3, red: true },
          ]}
        />
      </Part>
    </>
  )
}

function Over() {
  return (
    <Part name="通知、对话框、展开 Toast · Dialog · Reveal">
      <Toast>
        方案已密封，回执 9f3c…41ae <a href="/parts">看回执</a>
      </Toast>
      <div className="grid">
        <Dialog
          trigger={<Button look="refuse">退回</Button>}
          title="退回这份场景？"
          text="退回后由应用方补正，时限重新计算。理由对方可见。"
        >
          <div className="acts">
            <DialogClose>
              <Button look="quiet">取消</Button>
            </DialogClose>
            <Button look="refuse">退回</Button>
          </div>
        </Dialog>
        <Reveal summary="附理由退回" look="refuse">
          不用脚本也能展开的小表单。
        </Reveal>
        <Reveal summary="逐条件明细">展开的内容。</Reveal>
      </div>
    </Part>
  )
}

function Files() {
  return (
    <>
      <Part name="文件行 FileRow">
        <div>
          <FileRow
            name="附件 1 路线图.pdf"
            href="/parts"
            meta="2.4 MB · 11 页 · SHA-256 9f3c…41ae"
            side={<span className="t13 ink3">可搜全文</span>}
          />
          <FileRow
            name="检测报告.pdf"
            problem="超过 20 MB，未保存"
            side={
              <Button look="quiet" size="sm">
                换一份
              </Button>
            }
          />
        </div>
      </Part>
      <Part name="更正 Diff · Correction">
        <Correction title="更正 1，2026-11-09">
          <p>
            <Diff label="衣物打湿比例（之前）：" before="42%" after="38%" />
          </p>
          <p className="ink2">按同一标准重判基线 120 次，46 次打湿。</p>
        </Correction>
      </Part>
    </>
  )
}
