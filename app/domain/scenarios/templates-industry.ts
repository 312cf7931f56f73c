import type { Template } from './template.ts'
import { both, incidents, interventions, metric } from './template.ts'

/** Factories and warehouses. */
export const industryTemplates = {
  welding: {
    domain: 'manufacturing',
    tasks: ['welding'],
    label: both('焊接', 'Welding'),
    title: both('小批量工件的机器人焊接', 'Robot welding of small batches'),
    prompts: [
      both('焊什么工件，材料、厚度、焊缝长度', 'Which pieces: material, thickness, length of welds'),
      both('一批多少件，多久换一次型', 'How many in a batch, how often it changes'),
      both('现在几名焊工，主要缺陷是什么', 'How many welders today, and the usual defects'),
    ],
    asks: ['reachMm', 'repeatabilityMm', 'payloadKg', 'cycleTimeSeconds', 'integrationMes'],
    metrics: [
      metric({
        name: ['单件节拍', 'Cycle time'],
        method: [
          '连续五个班次，每件平均秒数，取产线系统时间戳',
          'Seconds per piece, mean of five shifts running, from the line’s time stamps',
        ],
        unit: ['s', 's'],
        direction: 'atMost',
        hint: ['跟上前后工序即可', 'It has to keep up with the steps before and after'],
      }),
      metric({
        name: ['焊缝一次合格率', 'Welds right first time'],
        method: [
          '首次检验合格的焊缝数除以全部焊缝数，按现行检验标准',
          'Welds that pass the first inspection, divided by all, by your present standard',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['现状取近三个月', 'Take the last three months as today’s value'],
      }),
      metric({
        name: ['停线时间', 'Line stopped'],
        method: [
          '因本设备停线的分钟数，按月合计，取产线记录',
          'Minutes the line stood because of this equipment, per month, from line records',
        ],
        unit: ['分钟/月', 'minutes per month'],
        direction: 'atMost',
        hint: ['先查近三个月停线原因', 'Look up the last three months first'],
      }),
    ],
    exclusions: both('工装夹具的改造；焊后热处理。', 'Changes to fixtures; heat treatment after welding.'),
  },
  palletising: {
    domain: 'manufacturing',
    tasks: ['palletizing', 'packaging'],
    label: both('包装与码垛', 'Packing and palletising'),
    title: both('成品包装与码垛', 'Packing and palletising of finished goods'),
    prompts: [
      both('箱型、重量、每小时多少件', 'Box sizes, weights, pieces per hour'),
      both('垛型与高度，多少种混码', 'Stack patterns and height, how many kinds mixed'),
      both('现在几人几班', 'How many people and shifts today'),
    ],
    asks: ['payloadKg', 'throughputPerHour', 'reachMm', 'liftHeightMm'],
    metrics: [
      metric({
        name: ['小时码垛件数', 'Pieces palletised per hour'],
        method: ['满负荷一小时完成的件数，测三次取平均', 'Pieces in one hour at full load, mean of three'],
        unit: ['件/h', 'pieces per hour'],
        direction: 'atLeast',
        hint: ['按来料峰值定', 'By the peak of incoming goods'],
      }),
      metric({
        name: ['破损与掉件', 'Breakage and drops'],
        method: [
          '破损或掉落的件数除以全部件数，全试点期',
          'Pieces broken or dropped, divided by all, over the whole pilot',
        ],
        unit: ['‰', '‰'],
        direction: 'atMost',
        hint: ['现状多没有记录，先记一周', 'Seldom recorded today: count for a week first'],
      }),
      metric({
        name: ['停线时间', 'Line stopped'],
        method: [
          '因本设备停线的分钟数，按月合计，取产线记录',
          'Minutes the line stood because of this equipment, per month, from line records',
        ],
        unit: ['分钟/月', 'minutes per month'],
        direction: 'atMost',
        hint: ['先查近三个月停线原因', 'Look up the last three months first'],
      }),
      interventions,
    ],
    exclusions: both('上游输送线改造；托盘采购。', 'Changes to the conveyor before it; pallets.'),
  },
  transport: {
    domain: 'logistics',
    tasks: ['materialTransfer', 'palletTransport'],
    label: both('厂内与库内搬运', 'Transport in plants and warehouses'),
    title: both('物料自动转运', 'Automatic transport of material'),
    prompts: [
      both('搬什么，多重，从哪里到哪里，多远', 'What, how heavy, from where to where, how far'),
      both('高峰每小时多少次，几班', 'How many an hour at peak, how many shifts'),
      both('通道里还有谁：人、叉车、门', 'Who else is in the aisles: people, forklifts, doors'),
    ],
    asks: ['payloadKg', 'aisleWidthMm', 'liftHeightMm', 'maxSpeedMps', 'integrationWms'],
    metrics: [
      metric({
        name: ['小时转运量', 'Loads moved per hour'],
        method: [
          '从叫料到送达计一次，满负荷三个班次的小时平均',
          'One from call to arrival, hourly mean of three full shifts',
        ],
        unit: ['次/h', 'loads per hour'],
        direction: 'atLeast',
        hint: ['按产线峰值需求定', 'By the line’s peak demand'],
      }),
      metric({
        name: ['等料时间', 'Waiting for material'],
        method: [
          '工位等料的分钟数，每班合计，取叫料记录',
          'Minutes stations wait for material, per shift, from call records',
        ],
        unit: ['分钟/班', 'minutes per shift'],
        direction: 'atMost',
        hint: ['现状从叫料系统导出', 'Export today’s value from the call system'],
      }),
      interventions,
      incidents,
    ],
    exclusions: both('厂区以外的运输；货架改造。', 'Transport outside the site; changes to racks.'),
  },
} as const satisfies Record<string, Template>
