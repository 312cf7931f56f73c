import { BeforeAfterSeries } from '../chart/before-after-series.tsx'
import { CapBar } from '../chart/cap-bar.tsx'
import { Dumbbell } from '../chart/dumbbell.tsx'
import { MutualScore } from '../chart/mutual-score.tsx'
import { Ruler, RulerLegend, type RulerRow } from '../chart/ruler.tsx'
import { Reasons } from '../pattern/reasons.tsx'
import { Part } from './sheet.tsx'

export const sampleRows: RulerRow[] = [
  {
    key: '1',
    name: '载重',
    need: '≥ 50 kg',
    track: { kind: 'num', ratio: 1.3 },
    verdict: 'T',
    have: '65 kg',
    note: 'B 第三方检测',
  },
  {
    key: '2',
    name: '载重',
    need: '≥ 50 kg',
    track: { kind: 'num', ratio: 6 },
    verdict: 'T',
    have: '300 kg',
    note: 'D 公开报道',
  },
  {
    key: '3',
    name: '乘梯',
    need: '是',
    track: { kind: 'yes' },
    verdict: 'T',
    have: '能',
    note: 'A 试点实测',
  },
  {
    key: '4',
    name: '续航',
    need: '≥ 8 h',
    track: { kind: 'range', from: 0.75, to: 1.5 },
    verdict: 'U',
    have: '6–12 h',
    note: 'D 公开报道',
  },
  {
    key: '5',
    name: '净宽',
    need: '≤ 850 mm',
    track: { kind: 'unknown' },
    verdict: 'U',
    have: '待确认',
    note: '未披露',
  },
  {
    key: '6',
    name: '载重',
    need: '≥ 50 kg',
    track: { kind: 'short', ratio: 0.8 },
    verdict: 'F',
    have: '40 kg，不满足',
    note: '差 10 kg',
  },
  {
    key: '7',
    name: '速度',
    need: '≥ 0.8 m/s · 期望',
    track: { kind: 'num', ratio: 1.25, soft: true },
    verdict: 'T',
    have: '1.0 m/s',
    note: 'C 企业自报',
  },
  {
    key: '8',
    name: '上锁',
    need: '是',
    track: { kind: 'unknown' },
    verdict: 'U',
    have: '待确认',
    note: '未披露',
  },
]

const weeks: [number, number, number, number][] = [
  [-4, 33.2, 27, 40.5],
  [-3, 31, 26, 37],
  [-2, 30.6, 25.5, 36.8],
  [-1, 31.9, 26.5, 38],
  [1, 17.8, 12.9, 25.6],
  [2, 13.1, 9.8, 19.4],
  [3, 10.9, 8.6, 14.9],
  [4, 9.6, 7.9, 12.4],
  [5, 9, 7.4, 11.3],
  [6, 8.8, 7.3, 10.8],
  [7, 9.1, 7.5, 11.2],
  [8, 8.7, 7.2, 10.6],
]

export function Charts() {
  return (
    <>
      <Part name="尺 Ruler · RulerLegend">
        <RulerLegend />
        <Ruler name="示例" rows={sampleRows} />
        <Ruler name="示例，折起待确认" rows={sampleRows.slice(3)} fold />
      </Part>
      <Part name="互评分、理由 MutualScore · Reasons">
        <div className="cols">
          <MutualScore score={92} demand={94} supply={91} />
          <div className="cand__why">
            <Reasons
              pros={[{ key: '1', text: '梯控接口与院方一致', fields: '产品·接口 ↔ 场景·要求 2' }]}
              cons={[{ key: '2', text: '净宽与上锁仅企业自报', fields: '净宽余量 130 mm，建议到场量' }]}
            />
          </div>
        </div>
      </Part>
      <Part name="上限 CapBar">
        <CapBar
          limit={200_000_000}
          paid={100_000_000}
          held={30_000_000}
          want={70_000_000}
          over={30_000_000}
        />
        <CapBar limit={200_000_000} paid={50_000_000} held={0} />
      </Part>
      <Part name="前后 BeforeAfterSeries · Dumbbell">
        <BeforeAfterSeries
          label="每次洗头用时的周中位数：到场前四周 31 到 33 分钟，到场后第一周 17.8 分钟，第四周起不高于 9.6 分钟"
          points={weeks.map(([week, value, low, high]) => ({ week, value, low, high }))}
          before="31.4"
          after="9.2"
          target={{ value: 12, sign: '≤' }}
          beforeWord="之前，人工"
          afterWord="之后，机器人"
          unit="分钟"
          note="横轴为周，竖条为中间一半的次数；31.4 与 9.2 是全期中位数。"
        />
        <Dumbbell
          rows={[
            {
              key: '1',
              name: '每次所需护理员',
              method: '现场观察',
              before: 2,
              after: 1,
              beforeText: '2 人',
              afterText: '1 人',
              delta: '−1 人',
              evidence: '证据 A',
              href: '/parts',
            },
            {
              key: '2',
              name: '每周洗头人次',
              method: '护理系统',
              before: 30,
              after: 61,
              beforeText: '30',
              afterText: '61',
              delta: '＋31 次',
              evidence: '证据 A',
              max: 70,
            },
          ]}
        />
      </Part>
    </>
  )
}
