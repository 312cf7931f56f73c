import { MutualScore } from '../chart/mutual-score.tsx'
import { Ruler } from '../chart/ruler.tsx'
import { Candidate } from '../pattern/candidate.tsx'
import { NearMiss } from '../pattern/near-miss.tsx'
import { Reasons } from '../pattern/reasons.tsx'
import { Button } from '../primitives/button.tsx'
import { SourceTag, Tag } from '../primitives/tags.tsx'
import { sampleRows } from './charts.tsx'

/** A match and a near miss, at the width of a page. */
export function Matches() {
  return (
    <>
      <Candidate
        rank="第 1 位"
        title="药小递 Y3"
        href="/parts"
        organization="北京示例机器人有限公司"
        tags={
          <>
            <SourceTag source="demo" />
            <Tag>未定型，TRL 7</Tag>
          </>
        }
        score={<MutualScore score={92} demand={94} supply={91} />}
        ruler={<Ruler name="药小递 Y3" rows={sampleRows.slice(0, 5)} />}
        reasons={
          <Reasons
            pros={[{ key: '1', text: '梯控接口与院方一致', fields: '产品·接口 ↔ 场景·要求 2' }]}
            cons={[{ key: '2', text: '净宽与上锁仅企业自报', fields: '净宽余量 130 mm，建议到场量' }]}
          />
        }
        actions={
          <>
            <Button size="sm">邀请应标</Button>
            <Button size="sm" look="line">
              问一项
            </Button>
          </>
        }
      />
      <NearMiss
        title="BellaBot"
        organization="普渡科技"
        tags={<SourceTag source="report" />}
        criterion="载重"
        need="≥ 50 kg"
        track={{ kind: 'short', ratio: 0.8 }}
        have="40 kg，不满足"
        gap="差 10 kg（20%）"
        note="净宽、续航、速度满足，乘梯与上锁待确认。场景若改为 ≥ 40 kg，即入可考虑。"
      />
    </>
  )
}
