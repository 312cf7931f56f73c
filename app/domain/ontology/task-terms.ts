import type { TaskId } from './task-table.ts'

/**
 * Words that name a task in free text, separated by spaces; `_` stands for a space inside an English term,
 * and `甲&乙` needs both words anywhere in the text. Longer words win over shorter ones inside them.
 */
export const taskTerms: Readonly<Record<TaskId, string>> = {
  hospitalDelivery:
    '院内配送 院内物流 院内转运 医院配送 医院物流 医用物流 医院运输 手术室物流 药品配送 送药 标本配送 标本运送 标本转运 被服配送 医院&物资&运送 医院&物资&配送 病区&配送 病房&配送 病区&运送 药品&运送 药品&运输 医院&运输 医院&送&药 医院&取药 医院&推车 医院&被服 护士&取送 护士&跑腿 医院&跑腿 手术室&耗材 手术间&耗材 化验样本 污物&运送 医疗废物&运输 hospital_delivery hospital_logistics hospital&transport hospital&deliver nurse&deliver specimen&transport',
  laparoscopicSurgery:
    '腔镜 腹腔镜 内窥镜手术 微创手术 微创&机械臂 胆囊切除 前列腺癌根治 前列腺切除 结肠癌 直肠癌 胃癌 子宫切除 甲状腺癌 甲状腺切除 肾部分切除 肺叶切除 胸腔镜 经腋窝 单孔手术 单一切口 泌尿&手术 妇科&手术 胸外&手术 普外&手术 多专科&手术 手术&控制台 远程手术 远程&切除 根治术 腔内器械 laparoscop prostatectomy hysterectomy cholecystectomy minimally_invasive robotic_surgery thoracoscop',
  orthopedicSurgery:
    '骨科 脊柱 置钉 椎弓根 关节置换 膝关节置换 髋关节置换 全膝 全髋 骨盆骨折 创伤骨科 假体 截骨 骨折复位 orthop spine_surgery pedicle_screw knee_replacement hip_replacement arthroplasty',
  neurosurgery:
    '神经外科 脑外科 立体定向 颅内 颅脑 脑出血 脑深部电刺激 癫痫&电极 脑活检 开颅 血肿 帕金森&手术 neurosurg stereotactic deep_brain brain_biopsy',
  intervention:
    '血管介入 介入手术 经皮穿刺 穿刺手术 穿刺活检 肺结节穿刺 冠脉 支架植入 造影&介入 消融 导丝 导管室 支气管镜 肾镜 软镜 碎石手术 自然腔道 vascular_intervention percutaneous puncture catheter bronchoscop ureteroscop pci',
  dentalTreatment: '口腔种植 种植牙 种牙 牙科 口腔诊疗 牙体 正畸 dental implant_dentistry',
  remoteDiagnosis:
    '远程超声 超声扫查 超声检查 远程诊疗 远程会诊 远程查房 ultrasound telemedicine telepresence',
  rehabilitation:
    '康复训练 康复机器人 康复治疗 步态训练 步行训练 行走训练 上肢康复 下肢康复 手功能康复 脑卒中 中风 偏瘫 截瘫 脊髓损伤 运动功能恢复 康复中心 rehabilit gait_training stroke',
  disinfection:
    '消毒 消杀 紫外线 紫外&病房 杀菌 灭菌 雾化消毒 防疫消毒 环境消毒 杀灭&病毒 uv-c uvc uvd disinfect steriliz',
  pharmacyCompounding:
    '静配 静脉用药 配药 调配中心 输液配置 化疗药 发药 摆药 药房自动化 智能药房 药房&调剂 处方&调剂 iv_compounding pharmacy dispensing_drug medication_dispens',
  labTesting:
    '采血 静脉穿刺 咽拭子 核酸采样 核酸检测 检验流水线 检验科 实验室自动化 样本前处理 标本分拣 移液 化验室 化验&自动 煤质化验 高通量实验 制样 样品制备 blood_draw venipuncture swab lab_automation pipett laboratory',
  companionship:
    '社交训练 怀旧 reminiscence exercise&nursing companion_robot 陪伴 陪护交流 情感陪护 情感陪伴 聊天 孤独 社交机器人 机器人宠物 认知训练 认知游戏 痴呆 阿尔茨海默 失智&陪 解闷 对话&老人 会话&居民 自闭症 养老&社交 老人&娱乐 表情&对话 companion loneliness dementia social_robot autism',
  personalCare:
    '生活护理 助浴 洗浴 洗头 洗澡 二便 大小便 排泄 喂饭 喂食 辅助进食 助餐 翻身 护理床 失能&照护 失能&护理 卧床 擦身 穿衣 照护类 日常起居 bathing toileting feeding_assist incontinence bedridden caregiving',
  patientTransfer:
    '上下床 转移病人 病床&转移 移位 移乘 病人转运 患者转移 抱起 搬抬病人 搬运病人 移动病床 patient_transfer lift_patient',
  mobilityAid:
    '助行 爬楼机 爬楼梯&轮椅 上下楼&老人 老人&行走 老人爬楼 载人爬楼 智能轮椅 轮椅 导盲 视障&引导 助力&行走 walking_aid wheelchair stair_climb exoskeleton&walk guide_dog',
  homeSafety:
    '跌倒 看护 监护 老人&呼叫 健康监测 紧急呼叫 一键呼叫 跌倒检测 跌倒监测 跌倒报警 独居老人 居家看护 安全监护 用药提醒 提醒用药 生命体征 适老环境 巡房 夜间查房 老人&看护 健康管理 fall_detection medication_reminder vital_signs emergency_call',
  massage: '按摩 艾灸 理疗 推拿 穴位 massage moxibustion physiotherapy',
  housework: '家务 家庭服务 叠衣 收纳 整理房间 家用扫地 洗碗 household housework laundry',
  machineTending:
    '上下料 机床&取料 机床上料 机床&下料 数控机床 机加工&取放 折弯机&取料 取放件 车间上料 自动上料 产线上料 钣金件&夹具 焊接夹具&放 焊接工装&放 放入焊接 加工中心&换料 cnc machine_tending loading_and_unloading load_parts press_brake unload&machine sheet_metal&fixture',
  moldingTakeout:
    '注塑 取件机械手 注塑机取件 压铸取件 压铸 铸造 浇注 锻造 热锻 清砂 injection_mold take-out die_casting foundry forging',
  welding: '焊接 弧焊 点焊 激光焊 焊缝 钎焊 无轨爬行焊 预埋件焊 weld',
  painting:
    '喷涂生产线 涂装 喷漆线 工业喷涂 车身喷涂 喷釉 喷粉 家具喷涂 热喷涂 paint_shop painting_robot coating_line',
  grinding: '打磨 抛光 去毛刺 磨削 修磨 精整 清洗去毛刺 grinding polishing deburr sanding',
  assembly:
    '装配 组装 总装线 装入 插件 压装 滚压贴合 轴孔 线束 连接器&插 卡扣 安装&总装 拧紧&装配 assembl fitting insertion',
  screwdriving: '拧紧 拧螺丝 螺丝锁付 锁螺丝 螺栓紧固 螺栓拧 screwdriv screw_fasten bolt_tight',
  dispensing: '涂胶 点胶 打胶 密封胶 粘接 涂覆密封 dispens glue gluing sealant adhesive',
  cutting:
    '激光切割 等离子切割 水刀切割 切割下料 切割机器人 型钢切割 去皮&切 分割&肉 屠宰 laser_cut plasma_cut cutting_robot deboning',
  stamping: '冲压 钣金折弯 折弯 压力机 stamping press_line bending',
  packaging: '包装 装箱 开箱 封箱 装盒 装袋 套袋 贴标 贴标签 packaging packing case_pack',
  palletizing: '码垛 拆垛 拆码垛 堆垛 托盘堆码 线尾 palleti depalleti end-of-line',
  qualityInspection:
    '质检 视觉检测 缺陷检测 外观检测 质量检测 在线检测 表面缺陷 尺寸测量 零件检测 无损检测&产品 漏装检测 quality_inspection visual_inspection defect_detection',
  waferHandling:
    '晶圆 洁净室 无尘车间 半导体&搬运 光刻 机台&晶圆 foup 面板&搬运 wafer cleanroom semiconductor',
  surfaceTreatment:
    '除锈 除漆 爬壁 喷砂 高压水射流 船体清洗 船舶除锈 罐体&清洗 储罐&清洗 立面维护 水冷壁 船板 防腐涂装 钢结构&喷漆 锅炉&清灰 管道清洗 槽罐清洗 hull blasting descal rust_removal wall_climbing',
  materialTransfer:
    '物料搬运 物料转运 物料运输 物料运送 物料配送 运送物料 车间&转运 车间物流 厂内物流 工序间 线边 料箱 周转箱 料车 牵引 搬箱 搬运机器人 重载搬运 搬运物料 内部物料 agv amr 自主移动机器人 移动机器人 无人搬运 物资&送达 配料车 排序料车 料架 tote material_transport material_handling intralogistics tugger line_side move_totes',
  palletTransport:
    'move_pallets pallets 托盘搬运 托盘接驳 无人叉车 叉车 托盘转运 重载托盘 栈板 forklift pallet_truck pallet_transport pallet_mover',
  storageRetrieval:
    '图书&存取 药品立库 密集库 货到人 立体库 立库 自动化仓库 密集存储 料箱存取 货架存取 货架&料箱 存取机器人 三维存取 穿梭车 货位 四向车 仓储系统 智能仓储 微型仓 配送中心&补货 配送中心&订单 仓库&订单 订单履约 电商&仓 电商&订单 补货&配送中心 物流中心&上架 自动上架 拣选站 goods-to-person as/rs asrs order_fulfil fulfilment fulfillment warehouse storage_and_retrieval',
  picking: '拣选 拣货 抓取 无序抓取 混料 挑选 按单拣 piece_pick picking bin_pick grasp',
  sorting: '分拣 分拨 分选 垃圾分类 快件分拣 包裹分拣 供包 煤矸 sorting parcel_sort recycling',
  truckLoading:
    '行李装载 行李&搬 行李&装 装车 卸车 装卸车 卸货 卸箱 集装箱卸 拖车卸货 车厢 装卸运输 飞机货舱 行李装卸 unload&truck unload&trailer unload&container truck_load container_unload baggage',
  inventory: '盘点 库存盘点 rfid盘点 点数 库存核查 inventory stocktak cycle_count',
  lastMile:
    '外卖配送 快递 delivery_robot&campus 末端配送 末端无人配送 无人配送 快递配送 快递&送 外卖配送&园区 无人车&配送 无人车&送 校园配送 园区配送 人行道&送 自提柜 取餐点 配送站 社区&配送 生鲜配送 无接触交接 六轮 last_mile last-mile sidewalk_delivery autonomous_delivery delivery_vehicle campus_delivery',
  airDelivery:
    '无人机配送 无人机运输 空中航线 空中配送 低空物流 无人机送 飞行&送达 跨院区转运 航线&标本 drone_delivery air_delivery',
  haulage:
    '无人运输 无人驾驶矿卡 矿卡 无人集卡 集装箱&运输 港口&运输 干线 港口&水平运输 无人重卡 机场&牵引 行李&牵引 haul driverless_truck port_terminal autonomous_truck',
  wallFinishing:
    '抹灰 腻子 墙面 内墙 外墙涂料 外墙喷涂 室内喷涂 墙面喷涂 天花打磨 墙面打磨 墙板 墙砖 乳胶漆 防火涂料 幕墙喷涂 喷完&墙 装修&喷涂 墙纸 石膏板 plaster drywall wall_paint interior_finish putty skim',
  floorFinishing:
    '地坪 整平 抹光 抹平 找平 磨光 地砖 瓷砖 铺贴 铺砖 地面研磨 地坪研磨 环氧 混凝土浇筑 布料机 摊铺 压路 concrete_level trowel tile_laying floor_grinding screed paving',
  masonry: '砌砖 砌筑 砌墙 砖墙 砌块 瓦工 brick masonry',
  rebarWork: '钢筋 绑扎 箍筋 钢筋网 钢筋笼 rebar reinforcement_tying',
  drillingInstallation:
    '钻铆 制孔 铆接 钻孔 打孔 天花&钻 植筋 锚栓 膨胀螺栓 幕墙安装 玻璃安装 板材安装 墙板安装 电梯井道安装 支座安装 紧固件安装 吊顶&安装 高空安装 管道安装 建筑&安装 drill anchor curtain_wall_install panel_install elevator_shaft',
  surveying:
    '实测实量 放样 测绘 测量机器人 建筑测量 点云扫描 三维扫描 土方测量 进度扫描 工地&巡查 工地&拍摄 bim&扫描 工程测量 layout_marking surveying laser_scan progress_monitor site_documentation',
  earthwork:
    '挖掘 推土 土方 平整场地 开挖 挖机 装载机 打桩 光伏打桩 excavat earthmov dozer trench pile_driving',
  tunnelWork:
    '喷射混凝土 湿喷 凿岩 掘进 隧道施工 巷道支护 锚杆 拱架 衬砌 盾构 换刀 shotcrete tunnel_boring rock_drilling segment_erect',
  demolition: '拆除 破拆 破碎 拆楼 拆解 demolition dismantl',
  weeding: '除草 杂草 锄草 激光除草 weed',
  cropProtection:
    '植保 喷药 施药 打药 精准喷施 点喷 除虫 病虫害防治 喷雾&害虫 喷雾&作物 农药 授粉 撒肥 消杀害虫 spray&crop pesticide crop_protection pollinat spraying_drone',
  harvesting: '采摘 采收 收获 摘果 采茶 割胶 采蘑菇 果园&采 草莓&采 番茄&采 harvest fruit_pick',
  livestock:
    '猪场 生猪 养猪 养鸡 鸡舍 肉牛 羊场 饲养 猪 pig_farm hog 挤奶 奶牛 饲喂 投喂 推料 养殖 猪舍 鸡舍 牧场 鱼塘 清粪 拣蛋 水产&投饵 milk dairy livestock poultry feeding_robot barn aquaculture',
  planting:
    '耕地 播种 插秧 育苗 嫁接 移栽 整地 无人农机 自动驾驶拖拉机 拖拉机 农场&耕 耕种 植物工厂 seeding transplant graft tractor planting nursery',
  ecologyMonitoring:
    '虫情 病虫害监测 病虫害&巡检 长势 墒情 生态监测 动植物监测 动物监测 鸟类监测 水质监测 花木&巡检 农田巡检 作物监测 表型 林业&监测 森林&巡护 crop_monitor phenotyp water_quality wildlife pest_monitor scouting',
  mowing: '割草 修剪 草坪养护 绿篱 修枝 园林养护 mowing lawn pruning hedge',
  firefighting:
    '灭火 消防灭火 火灾 消防机器人 水炮 火场 排烟 扑救 着火 起火 森林防火 firefight extinguish blaze wildfire',
  searchRescue:
    '救援 搜救 搜索救援 灾害侦察 废墟 被困 侦察 侦查 抢险 应急处置 危化品泄漏 灾后 地震 坍塌 井下救援 rescue reconnaissance disaster collapse rubble',
  explosiveDisposal:
    '排爆 爆炸物 反恐 防暴 拆弹 可疑物 排雷 扫雷 弹药 炸药装药 民爆 bomb eod explosive_ordnance demin',
  securityPatrol:
    '安保 安防 巡逻 巡控 巡查&公园 巡查&园区 治安 警务 警用 边防 周界 岗亭 公共区域&巡检 公共区巡 车站&巡检 客运&巡检 枢纽&巡检 园区巡 小区巡 夜间巡查 口罩 巡楼 security patrol guard perimeter surveillance',
  entryScreening: '核验 测温&入口 健康码 安检 缉私 通关 查验 体温 门岗 screening customs temperature_check',
  waterRescue:
    '水面 湖面 水上救援 溺水 漂浮物 河道清洁 无人船 溢油 打捞 救生 河道保洁 surface_vessel drowning floating_debris lifebuoy unmanned_boat',
  underwaterWork:
    '水下 潜水 潜航 船底 海底 大坝&检测 坝面 桥墩 网箱 核电&水池 rov auv underwater subsea seabed diving',
  nuclearWork:
    '核电&辐射 核应急 核环境 核设施 辐射环境 放射性 核退役 反应堆 热室 核事故 nuclear radiat reactor decommission',
  plantInspection:
    '厂区巡检 设备巡检 工厂巡检 化工&巡检 石化&巡检 油气&巡检 平台&巡检 海上平台 海上风电平台 海上&平台 采油 气田 天然气 炼油 炼化 处理厂&巡检 危化品&巡检 气体泄漏 气体检测 读表 表计 抄表 仪表&巡检 阀位 跑冒滴漏 锅炉房 水泵房 泵站 水厂&巡检 钢厂&巡检 电厂&巡检 机房巡检 数据中心 皮带&巡检 输煤 料场 防爆&巡检 油气设施 巡线&腐蚀 工业&巡检 自主巡检 巡检值守 offshore oil_and_gas refinery gauge_reading gas_leak plant_inspection industrial_inspection data_center chemical_plant acoustic_inspection',
  substationInspection:
    '变电站 变电&巡检 配电房 配电室 开关柜 换流站 高压设备 升压站 电力巡检 电力设备&巡检 倒闸 室外&高压 红外测温&电 敞开式 substation switchgear electrical_room power_inspection',
  lineInspection:
    '输电线路 架空线路 线路巡检 巡线机器人 导线&巡检 通道巡检 杆塔&巡检 输电&巡 power_line transmission_line overhead_line line_inspection',
  liveLineWork:
    '带电作业 带电安装 带电&配网 不停电作业 不停电&安装 带电接火 接火 断接引线 剥线 接地环 绝缘涂覆 绝缘喷涂 绝缘子&更换 驱鸟器 横担 配网作业 裸导线 带电&涂覆 live-line live_line hot_stick energized',
  corridorInspection:
    '管廊 电缆隧道 电力隧道 地下隧道&巡检 隧道巡检 隧道&巡检 电缆沟 综合管廊 挂轨 utility_tunnel cable_tunnel rail-mounted',
  pipelineInspection:
    '管道检测 管网检测 管道机器人 排水管 燃气管道 供热管 管内 排污管 管道&内检 箱涵 清淤 pipeline_inspection pipe_inspection sewer in-pipe',
  panelCleaning:
    '光伏&清扫 组件清扫 组件清洗 光伏&安装 风电&维护 solar 光伏清洁 光伏板 光伏组件 光伏安装 光伏&清洗 风电叶片 叶片&维护 叶片&检修 风机叶片 塔筒 定日镜 solar_panel wind_turbine blade photovoltaic',
  mining:
    '采煤 煤矿 矿山 矿井 井下 采掘 截割 综采 工作面 煤层 露天矿 选矸 爆破装药 矿用 mining coal longwall mine ore',
  vehicleCharging:
    '充电机器人 自动充电桩 换电站 自动换电&车 加油机器人 加氢 车辆充电 电动车充电 ev_charging battery_swap refuel',
  railInspection:
    '列车 地铁&巡检 地铁&检修 车底 转向架 轨道巡检 轨道检测 车辆段 车辆基地 动车 高铁&检修 铁路&检测 接触网 机车 轨道交通 train undercarriage rolling_stock railway bogie track_inspection catenary',
  structureInspection:
    '衬砌检测 水冷壁检测 测厚 探伤 无损检测 爬壁检测 空洞&检测 桥梁检测 钢结构检测 钢结构&检测 结构检测 焊缝检测 储罐检测 大坝检测 裂缝检测 桥梁&检测 墙体检测 罐壁检测 缆索 bridge_inspection structural_inspection tank_inspection ndt thickness_measurement crack',
  tableDelivery:
    '送餐 端菜 传菜 餐厅&送 餐厅&托盘 桌边 收盘 回盘 收餐 上菜 餐饮配送 餐桌 serving waiter table_delivery bussing restaurant_delivery',
  roomDelivery:
    '上楼 送餐上楼 外卖&写字楼 外卖&楼 客房 酒店配送 酒店&送物 酒店&配送 楼宇配送 写字楼&配送 住客 外卖送到房 送到房间 楼内配送 上楼配送 room_delivery hotel building_delivery room_service',
  cooking:
    '烹饪 炒菜 油炸 煎烤 炸鸡 汉堡 披萨 制餐 煮面 后厨 厨房 备餐 配餐 拌沙拉 团餐 食堂&自动 cook fry kitchen pizza burger food_preparation',
  beverage: '咖啡 奶茶 茶饮 饮品 调酒 冰淇淋 拉花 手冲 coffee barista beverage bubble_tea cocktail ice_cream',
  reception:
    '迎宾 讲解 导览 导购 导诊 接待 问询 营业厅 展厅 引导 引领 咨询 政务大厅 前台 大堂 博物馆 带位 揽客 reception guide concierge museum greeter wayfinding information_desk showroom',
  shelfAudit:
    '巡架 巡店 货架巡检 缺货 标价 错位 陈列 价签 货架&识别 超市&货架 shelf_scan shelf_audit out-of-stock price_tag on-shelf planogram',
  storeService:
    '售货 零售 便利店 药店 店员 无人店 取货&顾客 自动售 零售舱 vending retail_store kiosk convenience_store store_clerk',
  indoorCleaning:
    '洗地 拖地 扫地 吸尘 室内清洁 商用清洁 大堂清洁 地面清洁 保洁 清洁机器人 擦窗 厕所清洁 马桶 机场&清洁 商场&清洁 医院&清洁 floor_scrub vacuum clean_floor cleaning_robot restroom',
  streetSweeping:
    '环卫 道路清扫 步道 清扫 扫路 路面清洁 落叶 人行步道 无人清扫 园区清扫 垃圾&清扫 垃圾清运 口香糖 洒水 街道 扫雪 除雪 sweep street_clean litter sanitation snow_removal',
  facadeCleaning:
    '幕墙清洗 外墙清洗 擦玻璃 玻璃幕墙 高空清洗 外立面清洗 facade_clean window_clean glass_curtain',
  performance:
    '表演 演出 舞蹈 跳舞 互动表演 游客互动 吸引顾客 文旅 娱乐 春晚 乐队 球赛 performance dance entertain stage_show theme_park',
  parking: '停车 泊车 停车场 自动泊车 搬运汽车 立体车库 parking valet',
  teaching:
    '实验教学 课堂教学 教学 教育 课堂 编程 课程 儿童教育 学校&学生 实训 竞赛&教学 stem 幼儿园 teaching classroom education coding student',
  research:
    '科研平台 科研教学 科学研究 算法验证 开发平台 科研级 数据采集&训练 二次开发 研究机构 research_platform developer_platform data_collection',
}
