import { domainIds } from '#domain/vocabulary.ts'
import { Badge } from '../primitives/badge.tsx'
import { Actions, Button, ClosedButton } from '../primitives/button.tsx'
import { Key } from '../primitives/key.tsx'
import { Necessity } from '../primitives/necessity.tsx'
import { DomainTag, GradeTag, SourceTag, Tag } from '../primitives/tags.tsx'
import { Tri } from '../primitives/tri.tsx'
import { useT } from '../shell/dictionary.tsx'
import { type Noun, type StatusOf, statusLook } from '../status-look.ts'
import { Part, Row } from './sheet.tsx'

const colours = [
  'paper',
  'paper-2',
  'paper-3',
  'sheet',
  'ink',
  'ink-2',
  'ink-3',
  'line-3',
  'blue',
  'blue-wash',
  'red',
  'red-wash',
]
const sizes = ['t36', 't26', 't20', 't16', 't14', 't13']

export function Basics() {
  return (
    <>
      <Part name="色 Tokens">
        <div className="swatch">
          {colours.map(colour => (
            <div key={colour}>
              <svg data-colour={colour} aria-hidden="true">
                <rect width="100%" height="100%" />
              </svg>
              {colour}
            </div>
          ))}
        </div>
      </Part>
      <Part name="域 DomainTag">
        <Row>
          {domainIds.map(domain => (
            <DomainTag key={domain} domain={domain} />
          ))}
        </Row>
      </Part>
      <Part name="字 Type">
        <div>
          {sizes.map(size => (
            <p key={size} className={size}>
              {size.slice(1)}　场景说清需要，机器人说清能力 2026-11-24 09:30
            </p>
          ))}
        </div>
      </Part>
      <Buttons />
      <Statuses />
      <Part name="三值、证据、来源 Tri · GradeTag · SourceTag · Necessity · Key">
        <Row>
          <Tri value="T" />
          <Tri value="U" />
          <Tri value="F" />
        </Row>
        <Row>
          <GradeTag grade="A" />
          <GradeTag grade="B" />
          <GradeTag grade="C" />
          <GradeTag grade="D" />
          <GradeTag grade={null} />
        </Row>
        <Row>
          <SourceTag source="report" />
          <SourceTag source="demo" />
          <Tag>TRL 7</Tag>
          <Necessity must />
          <Necessity must={false} />
          <Key>J</Key>
        </Row>
      </Part>
    </>
  )
}

function Buttons() {
  return (
    <Part name="按钮 Button">
      <Row>
        <Button size="lg">提交应标方案</Button>
        <Button>保存</Button>
        <Button look="line">补问</Button>
        <Button look="quiet">取消</Button>
        <Button look="refuse">退回</Button>
        <Button disabled>办结公示</Button>
        <Button busy>提交中</Button>
        <Button look="line" size="sm">
          小号
        </Button>
      </Row>
      <Actions>
        <ClosedButton why="异议未结，不得办结公示">办结公示</ClosedButton>
      </Actions>
    </Part>
  )
}

function Statuses() {
  return (
    <Part name="状态 Badge">
      <dl className="states">
        <Line noun="organization" />
        <Line noun="scenario" />
        <Line noun="product" />
        <Line noun="bid" />
        <Line noun="pilot" />
        <Line noun="claim" />
        <Line noun="entry" />
      </dl>
    </Part>
  )
}

function Line<N extends Noun>({ noun }: { noun: N }) {
  const t = useT()
  return (
    <>
      <dt>{t(`common.noun.${noun}`)}</dt>
      <dd>
        {keysOf<StatusOf[N]>(statusLook[noun]).map(status => (
          <Badge key={status} noun={noun} status={status} />
        ))}
      </dd>
    </>
  )
}

function keysOf<K extends string>(record: Record<K, unknown>): K[] {
  return Object.keys(record) as K[]
}
