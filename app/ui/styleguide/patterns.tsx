import { ActionBox, ActionDock } from '../pattern/action-dock.tsx'
import { CopyScenario } from '../pattern/copy-scenario.tsx'
import { FactList } from '../pattern/fact-grid.tsx'
import { RecordRow } from '../pattern/record-row.tsx'
import { Verdict } from '../pattern/verdict.tsx'
import { Badge } from '../primitives/badge.tsx'
import { Button, ButtonLink } from '../primitives/button.tsx'
import { SourceTag } from '../primitives/tags.tsx'
import { Section } from '../shell/section.tsx'
import { StateLine } from '../shell/state-line.tsx'
import { Desk } from './desk.tsx'
import { Matches } from './matches.tsx'
import { Home, Rules, Scenario } from './page-parts.tsx'

/** Parts that need the width of a page. */
export function Patterns() {
  return (
    <>
      <div className="wrap">
        <StateLine
          where={{ strong: '已发布的场景', note: '第 1 号更正后的版本' }}
          state={{ strong: <Badge noun="scenario" status="published" />, note: '第三步，共八步' }}
          can={{ strong: '应标、匿名提问', note: '未核验的企业可先存草稿' }}
          waits={{ strong: '机器人企业', note: '之后等院方与开封人' }}
        />
        <Verdict
          findings={[
            {
              key: '1',
              heading: '能否奖励',
              value: '不能判定',
              tri: 'U',
              text: '六条已明，一条未决：研制过程是否获得财政资金支持。',
            },
            {
              key: '2',
              heading: '上限',
              value: '70',
              unit: '万元',
              text: '单台上限合计 100 万元，年度余额 70 万元，取小。',
            },
            { key: '3', heading: '核定金额', value: '不给出', none: true, text: '原文只有上限，没有比例。' },
          ]}
        />
        <Matches />
        <Rules />
        <Scenario />
        <Section title="RecordRow">
          <RecordRow
            domain="healthcare"
            href="/parts"
            title="住院药房到十四个病区的药品与标本配送"
            meta={
              <>
                <span>北京示例医院</span>
                <span>丰台</span>
                <SourceTag source="demo" />
              </>
            }
            text="每天约 180 趟，过 850 mm 的门，与访客共用两部电梯；要求开箱留痕，不占用护士时间。"
            side={<Badge noun="scenario" status="published" />}
            sideNote={
              <>
                12 月 8 日 17:00 截止，<span className="red">余 14 天</span>
              </>
            }
          />
          <RecordRow
            href="/parts"
            title="发动机工厂无人化车间料箱上架"
            meta={<SourceTag source="report" />}
            side={<Badge noun="scenario" status="reference" />}
          />
        </Section>
        <Home />
        <Section title="ActionBox · CopyScenario · FactList">
          <div className="form__cols">
            <ActionBox note="方案密封到两人开封为止。">
              <Button full>提交应标方案</Button>
              <Button full look="line">
                看我的产品差多少
              </Button>
            </ActionBox>
            <CopyScenario
              title="复制此场景"
              text="带走现场条件、8 项要求、5 项验收指标与测法。"
              action={<Button full>复制为我的草稿</Button>}
              note="已被复制 2 次。"
            />
            <FactList
              facts={[
                { key: '1', term: '编号', value: 'ML-2026-0004' },
                { key: '2', term: '应用单位', value: '北京示例养老护理院' },
              ]}
            />
          </div>
        </Section>
        <ActionDock label="距应标截止" strong="14 天 7 小时">
          <ButtonLink href="/parts">提交应标方案</ButtonLink>
        </ActionDock>
      </div>
      <Desk />
    </>
  )
}
