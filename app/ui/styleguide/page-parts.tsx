import { ClauseQuote } from '../pattern/clause-quote.tsx'
import { DomainStrip } from '../pattern/domain-strip.tsx'
import { FactGrid } from '../pattern/fact-grid.tsx'
import { MetricTable } from '../pattern/metric-table.tsx'
import { CaseLine } from '../pattern/middle-line.tsx'
import { QuestionList } from '../pattern/question-list.tsx'
import { RequirementTable } from '../pattern/requirement-table.tsx'
import { Roles } from '../pattern/roles.tsx'
import { RuleTrace } from '../pattern/rule-trace.tsx'
import { SearchBox } from '../pattern/search-box.tsx'
import { TripLine } from '../pattern/trip-line.tsx'
import { Section } from '../shell/section.tsx'

export function Rules() {
  return (
    <Section title="ClauseQuote · RuleTrace" note="数字对应下方各条">
      <ClauseQuote
        parts={[
          '对',
          { text: '企业研制创新产品', number: 1, verdict: 'T' },
          { text: '过程中未获得财政资金支持', number: 4, verdict: 'U' },
          '的创新产品予以奖励。',
        ]}
        source="京经信发〔2023〕46号，2023 年 8 月 16 日。"
      />
      <RuleTrace
        rows={[
          {
            key: '1',
            number: 1,
            clause: '企业研制创新产品',
            facts: '自研说明与发明专利 2 件',
            evidence: '企业自报',
            verdict: 'T',
            word: '符合',
          },
          {
            key: '4',
            number: 4,
            clause: '过程中未获得财政资金支持',
            facts: '未填报。企业选择“说不清”',
            evidence: '不当作零，也不当作满足',
            verdict: 'U',
            word: '不能判定',
          },
          {
            key: '5',
            number: 5,
            clause: '在京津冀地区首次试用',
            facts: '部署地：上海市',
            verdict: 'F',
            word: '不符合',
          },
        ]}
      />
    </Section>
  )
}

export function Scenario() {
  return (
    <>
      <Section title="RequirementTable">
        <RequirementTable
          rows={[
            {
              key: '1',
              name: '载重',
              must: true,
              value: '≥ 50',
              unit: 'kg',
              note: '含箱体内药筐，不含机器人自重',
            },
            { key: '2', name: '自主乘梯', must: true, value: '＝ 是', note: '两部客梯' },
            { key: '3', name: '行驶速度', must: false, value: '≥ 0.8', unit: 'm/s' },
          ]}
        />
      </Section>
      <Section title="MetricTable">
        <MetricTable
          rows={[
            {
              key: '1',
              name: '准时送达率',
              method: '承诺 20 分钟内签收的趟次 ÷ 全部趟次',
              must: true,
              source: '时间戳',
              baseline: '81.3',
              target: '≥ 95',
              unit: '%',
            },
            {
              key: '2',
              name: '患者投诉',
              method: '28 天内件数',
              must: false,
              source: '总值班登记',
              target: '≤ 1',
              unit: '件',
            },
          ]}
        />
        <MetricTable
          rows={[
            {
              key: '1',
              name: '准时送达率',
              method: '连续 28 天',
              must: true,
              baseline: '81.3',
              target: '≥ 95',
              unit: '%',
              actual: '96.4',
              verdict: 'T',
            },
            { key: '2', name: '患者投诉', must: false, target: '≤ 1', unit: '件', actual: '2', verdict: 'F' },
          ]}
        />
      </Section>
      <Section title="FactGrid · QuestionList">
        <FactGrid
          facts={[
            { key: '1', term: '门', value: '病区门 14 樘，净宽 850 mm' },
            { key: '2', term: '电梯', value: '客梯 2 部' },
          ]}
        />
        <QuestionList
          questions={[
            {
              key: '1',
              question: '未定型的工程化样机能否应标？',
              answer: '可以。须写明型号版本与软件版本。',
              meta: '11 月 20 日答 · 对所有企业可见',
            },
            {
              key: '2',
              question: '与推床同乘时，轿厢剩余宽度按多少计？',
              answer: null,
              waiting: '等北京示例医院答复，应于 11 月 26 日 17:00 前。',
            },
          ]}
        />
      </Section>
    </>
  )
}

export function Home() {
  return (
    <>
      <Section title="SearchBox" top>
        <SearchBox
          action="/search"
          label="搜索场景与机器人"
          scopes={[
            { value: 'scenarios', label: '找场景' },
            { value: 'products', label: '找机器人' },
          ]}
          placeholder="如：夜间送药，过 850 mm 的门"
          tries={[{ label: '病区送药 载重≥50kg', href: '/search?q=1' }]}
          advice="同义词、拼音和单位都认得"
        />
      </Section>
      <Section title="DomainStrip · TripLine · Roles" top>
        <DomainStrip
          label="按领域看"
          items={[
            { domain: 'manufacturing', count: '19 条', href: '/parts?d=1' },
            { domain: 'retail', count: '21 条', href: '/parts?d=2' },
            { domain: 'healthcare', count: '20 条', href: '/parts?d=3' },
            { domain: 'emergency', count: '25 条', href: '/parts?d=4' },
            { domain: 'energy', count: '0 条', href: '/parts?d=5' },
          ]}
        />
        <Roles
          roles={[
            {
              key: '1',
              who: '医院、工厂',
              what: '照模板写清现场、要求和验收指标。',
              href: '/parts',
              go: '发布场景',
            },
          ]}
        />
        <TripLine />
      </Section>
      <Section title="CaseLine">
        <CaseLine
          before="之前，四周实测"
          after="之后，八周实测"
          figures={[
            {
              key: '1',
              what: '每次用时，中位数',
              before: '31.4',
              beforeUnit: '分钟',
              after: '9.2',
              afterUnit: '分钟',
              big: true,
            },
            { key: '2', what: '每次所需护理员', before: '2', beforeUnit: '人', after: '1', afterUnit: '人' },
          ]}
        />
      </Section>
    </>
  )
}
