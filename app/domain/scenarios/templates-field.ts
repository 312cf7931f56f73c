import type { Template } from './template.ts'
import { availability, both, incidents, interventions, metric, staffTime } from './template.ts'

/** Outdoors, in public and elsewhere. */
export const fieldTemplates = {
  inspection: {
    domain: 'energy',
    tasks: ['plantInspection', 'substationInspection'],
    label: both('设备巡检', 'Equipment inspection'),
    title: both('厂区与配电设备自动巡检', 'Automatic inspection of plant and switchgear'),
    prompts: [
      both('巡检哪些点，看什么、测什么', 'Which points, what to look at and measure'),
      both('多久一圈，现在谁走', 'How often, and who walks it now'),
      both('室内还是室外，有没有坡、坎、楼梯', 'Indoors or outdoors; slopes, steps, stairs'),
    ],
    asks: ['sensing', 'outdoor', 'slopeDeg', 'thresholdMm', 'ipCode', 'temperatureC'],
    metrics: [
      metric({
        name: ['巡检完成率', 'Rounds completed'],
        method: [
          '按时完成的巡检点数除以计划点数，连续 28 天',
          'Points checked on time, divided by points planned, 28 days running',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['漏检多少算不合格', 'How many missed points are too many'],
      }),
      metric({
        name: ['读数准确率', 'Readings right'],
        method: [
          '抽查二百个读数，与人工复核一致的比例',
          'Share of 200 sampled readings that agree with a check by hand',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['与现行抄表要求一致', 'As your present rules demand'],
      }),
      metric({
        name: ['异常发现时延', 'Delay in finding faults'],
        method: [
          '模拟异常二十次，从发生到通知的分钟数，取中位数',
          'Twenty staged faults, minutes from onset to notice, median',
        ],
        unit: ['分钟', 'minutes'],
        direction: 'atMost',
        hint: ['先问值班员现在多久发现', 'Ask the duty staff how long it takes today'],
      }),
    ],
    exclusions: both(
      '设备检修与操作；防爆区以外另行约定。',
      'Repair and operation of equipment; explosive areas unless agreed.',
    ),
  },
  harvesting: {
    domain: 'agriculture',
    tasks: ['harvesting'],
    label: both('采摘收获', 'Harvesting'),
    title: both('设施农业采摘', 'Picking in greenhouses'),
    prompts: [
      both('什么作物，什么种植方式，多大面积', 'Which crop, how it is grown, how large the area'),
      both('采摘期多长，每天采多少', 'How long the season, how much a day'),
      both('成熟与等级怎样判断', 'How ripeness and grade are judged'),
    ],
    asks: ['throughputPerHour', 'reachMm', 'aisleWidthMm', 'runtimeHours', 'ipCode'],
    metrics: [
      metric({
        name: ['小时采摘量', 'Picked per hour'],
        method: [
          '满负荷作业每小时采摘的千克数，三个时段取平均',
          'Kilograms per hour at full work, mean of three periods',
        ],
        unit: ['kg/h', 'kg per hour'],
        direction: 'atLeast',
        hint: ['与一名熟练工比较', 'Compare with one skilled picker'],
      }),
      metric({
        name: ['损伤率', 'Damage'],
        method: [
          '有损伤的果实重量除以采摘总重量，每日抽一百千克',
          'Weight of damaged fruit divided by all picked, 100 kg sampled a day',
        ],
        unit: ['%', '%'],
        direction: 'atMost',
        hint: ['以收购方的等级为准', 'By the grades of your buyer'],
      }),
      metric({
        name: ['漏采率', 'Missed'],
        method: [
          '成熟而未采的果实数除以成熟果实数，抽三行',
          'Ripe fruit left, divided by ripe fruit, three rows sampled',
        ],
        unit: ['%', '%'],
        direction: 'atMost',
        hint: ['成熟的标准先写清', 'Write down first what counts as ripe'],
      }),
    ],
    exclusions: both('种植与田间管理；采后包装。', 'Growing; packing after the harvest.'),
  },
  retailService: {
    domain: 'retail',
    tasks: ['tableDelivery', 'roomDelivery'],
    label: both('商业服务与送餐', 'Shops, serving and room delivery'),
    title: both('餐饮与楼宇内配送服务', 'Serving and delivery inside a building'),
    prompts: [
      both('送什么，送到哪里，高峰多少单', 'What, to where, how many orders at peak'),
      both('通道多宽，人多不多，要不要乘梯', 'How wide the ways, how crowded, any lifts'),
      both('顾客怎样取', 'How customers take it'),
    ],
    asks: ['payloadKg', 'passageWidthMm', 'elevator', 'peopleDensity', 'noiseDbA'],
    metrics: [
      metric({
        name: ['送达用时', 'Time to deliver'],
        method: [
          '从下单到送到的分钟数，高峰时段，取中位数',
          'Minutes from order to arrival, at peak hours, median',
        ],
        unit: ['分钟', 'minutes'],
        direction: 'atMost',
        hint: ['先量现在的高峰', 'Measure today’s peak first'],
      }),
      metric({
        name: ['日均完成量', 'Jobs a day'],
        method: [
          '每日完成的次数，取后台记录，连续 28 天平均',
          'Jobs done a day, from the log, mean of 28 days',
        ],
        unit: ['次/日', 'per day'],
        direction: 'atLeast',
        hint: ['以现在人工的量为参照', 'Against what people do today'],
      }),
      interventions,
      metric({
        name: ['顾客投诉', 'Complaints'],
        method: ['28 天内的投诉件数，按客服登记', 'Complaints in 28 days, as registered'],
        unit: ['件', 'complaints'],
        direction: 'atMost',
        hint: ['多作参考项', 'Mostly an optional one'],
        optional: true,
      }),
    ],
    exclusions: both('室外配送；收银与结算。', 'Outdoor delivery; payment.'),
  },
  cleaning: {
    domain: 'retail',
    tasks: ['indoorCleaning'],
    label: both('清洁', 'Cleaning'),
    title: both('公共区域自动清洁', 'Automatic cleaning of public areas'),
    prompts: [
      both('哪些区域、什么地面、多大面积', 'Which areas, which floors, how large'),
      both('什么时段做，现场有没有人', 'At which hours, and whether people are there'),
      both('现在几个人、几个班', 'How many people and shifts today'),
    ],
    asks: ['coverageM2PerHour', 'passageWidthMm', 'runtimeHours', 'autoCharging', 'peopleDensity'],
    metrics: [
      metric({
        name: ['覆盖率', 'Area covered'],
        method: [
          '实际作业面积除以计划面积，按每次记录，连续 28 次',
          'Area worked divided by area planned, recorded for each run, 28 runs',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['先说清哪些角落必须做到', 'Say first which corners have to be done'],
      }),
      staffTime,
      interventions,
    ],
    exclusions: both('高空与外墙；卫生间。', 'Heights and facades; lavatories.'),
  },
  emergency: {
    domain: 'emergency',
    tasks: ['firefighting', 'searchRescue'],
    label: both('应急处置', 'Emergency response'),
    title: both('危险环境侦察与处置', 'Reconnaissance and response in dangerous places'),
    prompts: [
      both('什么险情，谁来操作', 'Which dangers, and who operates it'),
      both('到场后先做什么', 'What is done first on arrival'),
      both('通信、地形、温度的极端情况', 'Extremes of radio, ground and temperature'),
    ],
    asks: ['ipCode', 'temperatureC', 'stairs', 'slopeDeg', 'explosionProof', 'runtimeHours'],
    metrics: [
      metric({
        name: ['到场时间', 'Time to arrive'],
        method: [
          '从接警到设备到达作业点的分钟数，演练五次取平均',
          'Minutes from the alarm to the working point, mean of five drills',
        ],
        unit: ['分钟', 'minutes'],
        direction: 'atMost',
        hint: ['以现行预案为准', 'By your present plan'],
      }),
      metric({
        name: ['演练任务完成率', 'Drill tasks completed'],
        method: [
          '按演练脚本完成的任务数除以全部任务数，五次演练',
          'Tasks of the drill script completed, divided by all, five drills',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['脚本由您出', 'You write the script'],
      }),
      metric({
        name: ['人员进入危险区次数', 'Entries of people into danger'],
        method: [
          '演练中人员进入危险区的次数，取平均',
          'Times people entered the dangerous area in a drill, mean',
        ],
        unit: ['次', 'times'],
        direction: 'atMost',
        hint: ['与现行做法对照', 'Compare with how it is done today'],
      }),
    ],
    exclusions: both(
      '真实险情中的首次使用；人员搜救决策。',
      'First use in a real emergency; decisions on rescue.',
    ),
  },
  construction: {
    domain: 'construction',
    tasks: ['wallFinishing', 'floorFinishing'],
    label: both('墙面与地面施工', 'Wall and floor finishing'),
    title: both('墙顶面与地面机器人施工', 'Robot finishing of walls, ceilings and floors'),
    prompts: [
      both('什么部位、什么工艺、多大面积', 'Which parts, which process, how large'),
      both('层高、门洞、垂直运输怎样解决', 'Storey height, doors, how it gets up'),
      both('现在一个班组一天做多少', 'What a crew does in a day now'),
    ],
    asks: ['coverageM2PerHour', 'passageWidthMm', 'heightMm', 'reachMm', 'massKg'],
    metrics: [
      metric({
        name: ['日均完成面积', 'Area a day'],
        method: ['每个作业日完成并验收合格的面积，取平均', 'Area finished and passed in a working day, mean'],
        unit: ['m²/日', 'm² per day'],
        direction: 'atLeast',
        hint: ['与一个班组比较', 'Compare with one crew'],
      }),
      metric({
        name: ['一次验收合格率', 'Passed at first inspection'],
        method: [
          '首次验收合格的部位数除以全部部位数，按施工规范',
          'Parts that pass the first inspection, divided by all, by the code',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['与规范合格线一致', 'The line of the code'],
      }),
      interventions,
      incidents,
    ],
    exclusions: both('基层处理；高处作业。', 'Preparing the ground; work at height.'),
  },
  education: {
    domain: 'education',
    tasks: ['teaching'],
    label: both('教学与编程', 'Teaching and coding'),
    title: both('机器人教学与实训', 'Teaching and training with robots'),
    prompts: [
      both('哪个年级、哪门课、多少学生', 'Which year, which course, how many students'),
      both('一周几节，多少台同时用', 'Lessons a week, how many at once'),
      both('教师要会什么', 'What teachers have to know'),
    ],
    asks: ['robotClass', 'interfaces', 'languages', 'certificates'],
    metrics: [
      metric({
        name: ['有效课时', 'Lessons held'],
        method: [
          '按计划完成的课时除以计划课时，一个学期或全试点期',
          'Lessons held as planned, divided by lessons planned, a term or the whole pilot',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['设备故障的课时不计入', 'Lessons lost to faults do not count'],
      }),
      metric({
        name: ['学习目标达成率', 'Learning goals reached'],
        method: [
          '达到课程目标的学生数除以全部学生数，按课程评价',
          'Students who reach the goals of the course, divided by all, by its assessment',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['由任课教师定', 'Set by the teacher'],
      }),
      metric({
        name: ['课前准备时间', 'Preparation'],
        method: [
          '每次课前准备与课后收纳的分钟数，取平均',
          'Minutes to set up before and clear after a lesson, mean',
        ],
        unit: ['分钟', 'minutes'],
        direction: 'atMost',
        hint: ['一节课之间能否完成', 'Has to fit between two lessons'],
      }),
      incidents,
    ],
    exclusions: both('教材编写；竞赛培训。', 'Writing of textbooks; coaching for contests.'),
  },
  rail: {
    domain: 'other',
    tasks: ['railInspection'],
    label: both('轨道交通检修', 'Rail inspection'),
    title: both('轨道与车辆自动检测', 'Automatic inspection of tracks and trains'),
    prompts: [
      both('检哪些部件，多少点', 'Which parts, how many points'),
      both('天窗时间多长', 'How long the track is free'),
      both('现在几个人检一列', 'How many people per train now'),
    ],
    asks: ['sensing', 'positioningAccuracyMm', 'runtimeHours', 'ipCode'],
    metrics: [
      metric({
        name: ['巡检完成率', 'Rounds completed'],
        method: [
          '按时完成的巡检点数除以计划点数，连续 28 天',
          'Points checked on time, divided by points planned, 28 days running',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['漏检多少算不合格', 'How many missed points are too many'],
      }),
      metric({
        name: ['读数准确率', 'Readings right'],
        method: [
          '抽查二百个读数，与人工复核一致的比例',
          'Share of 200 sampled readings that agree with a check by hand',
        ],
        unit: ['%', '%'],
        direction: 'atLeast',
        hint: ['与现行抄表要求一致', 'As your present rules demand'],
      }),
      availability,
    ],
    exclusions: both('检修作业；行车区段。', 'Repair; sections with traffic.'),
  },
} as const satisfies Record<string, Template>
