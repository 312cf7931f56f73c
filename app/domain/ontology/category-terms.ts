import type { RobotCategoryId } from './categories.ts'

/** Words that name a kind of robot, written as in `task-terms.ts`. */
export const categoryTerms: Readonly<Record<RobotCategoryId, string>> = {
  cobot:
    '协作机器人 协作机械臂 协作臂 人机协作 双臂协作 cobot collaborative_robot 协作式 协作型 collaborative_arm cobots',
  industrialArm:
    '工业机器人 工业机械臂 六轴机器人 关节机器人 六轴机械臂 industrial_robot articulated_robot robot_arm 六轴 装配机器人 上下料机器人 切割机器人 冲压机器人 折弯机器人 锻造机器人 铸造机器人 涂胶机器人 点胶机器人 螺丝锁付机器人 锁螺丝机器人 six-axis 6-axis handling_robot assembly_robot dispensing_robot',
  scara: 'scara 并联机器人 蜘蛛手 delta_robot 水平关节 delta parallel_robot 水平多关节',
  gantry:
    '直角坐标 桁架机器人 桁架机械手 龙门机器人 注塑机械手 线性机械手 取件机械手 gantry_robot cartesian 取件机器人 注塑机器人 linear_robot',
  weldingRobot: '焊接机器人 焊接工作站 welding_robot 焊接 welding welder',
  paintingRobot: '喷漆机器人 涂装机器人 喷釉机器人 painting_robot 涂装 喷釉 汽车喷涂 paint_robot',
  grindingRobot:
    '打磨机器人 抛光机器人 去毛刺机器人 grinding_robot 磨抛 打磨 抛光 sanding_robot polishing_robot',
  palletizer:
    '码垛机器人 码垛机 拆垛机器人 码垛单元 palletizer palletiser 码垛 拆垛 palletizing palletising depalletiz',
  inspectionStation:
    '视觉检测设备 质检设备 检测工作站 质检机器人 检测机器人 光学检测 质检 aoi inspection_system 在线检测 外观检测 测量设备',
  mobileManipulator:
    '复合机器人 移动操作机器人 移动机械臂 移动操作平台 mobile_manipulator 移动操作 复合移动 mobile_manipulation',
  humanoid: '人形机器人 双足机器人 仿人机器人 双足人形 humanoid bipedal 人形 双足',
  wheeledHumanoid: '轮式人形 轮式双臂 轮式具身 具身机器人 双臂机器人 wheeled_humanoid dual-arm',
  quadruped:
    '四足机器人 机器狗 机器犬 四足 轮足机器人 quadruped robot_dog legged_robot legged four-legged robotic_dog',
  amr: '自主移动机器人 移动机器人 agv amr 搬运机器人 无人搬运车 物流机器人 工业车辆 牵引车 autonomous_mobile_robot mobile_robot tugger 顶升机器人 潜伏式 无人搬运 转运机器人 牵引机器人 automated_guided agvs amrs',
  forklift:
    '无人叉车 叉车机器人 叉车agv 叉车 forklift 堆高车 托盘车 pallet_truck lift_truck automated_forklift',
  storageRobot:
    '仓储机器人 料箱机器人 货到人 穿梭车 四向车 堆垛机 立体库 箱式仓储 存取机器人 storage_robot shuttle asrs warehouse_robot 仓储系统 自动化仓储 storage_system goods-to-person automated_storage 立库 料箱搬运',
  sortingRobot:
    '分拣机器人 分拣系统 分选机器人 拣选机器人 sorting_robot picking_robot 分拣 分选 bin_picking 抓取机器人 sorting',
  truckLoader:
    '卸货机器人 装车机器人 卸车机器人 装卸机器人 unloading_robot truck_loading 卸箱 装车 卸车 unloader',
  lastMileVehicle:
    '末端配送机器人 无人配送车 末端无人车 快递无人车 无人车 配送车 delivery_vehicle sidewalk_robot 室外配送 人行道配送 校园配送 无人物流车 低速无人车 delivery_robot sidewalk_delivery autonomous_delivery',
  haulageVehicle:
    '无人矿卡 无人集卡 无人卡车 无人运输车 autonomous_truck haul_truck 矿卡 集卡 无人驾驶卡车 自动驾驶卡车 无人牵引',
  drone: '无人机 飞行机器人 uav drone 无人直升机 多旋翼 quadcopter unmanned_aerial',
  hospitalDelivery:
    '医院配送机器人 医院物流机器人 院内物流机器人 医用物流机器人 送药机器人 医院服务机器人 手术室物流机器人 医院运输机器人 hospital_delivery_robot 医疗配送 院内配送 医院运送 医疗物流 手术室配送 药品配送 hospital_robot hospital_service',
  laparoscopicRobot:
    '腔镜手术机器人 腹腔镜机器人 腔镜机器人 内窥镜手术机器人 腔镜手术系统 单孔手术机器人 laparoscopic_robot surgical_system 腔镜 微创手术 软组织 surgical_robot',
  orthopedicRobot:
    '骨科手术机器人 骨科机器人 关节置换机器人 关节手术机器人 脊柱手术机器人 脊柱机器人 orthopedic_robot 骨科 关节置换 脊柱 orthop spine_robot knee_robot joint_replacement',
  neurosurgeryRobot:
    '神经外科手术机器人 神经外科机器人 脑外科手术机器人 立体定向手术机器人 neurosurgical_robot 神经外科 脑外科 立体定向 neurosurg',
  interventionRobot:
    '血管介入机器人 介入手术机器人 穿刺机器人 穿刺手术机器人 介入机器人 支气管镜机器人 软镜机器人 interventional_robot 介入 穿刺 支气管镜 软镜 endoluminal endovascular',
  dentalRobot: '口腔种植机器人 牙科机器人 口腔机器人 种植机器人 dental_robot 种植牙 口腔 dental',
  ultrasoundRobot:
    '超声机器人 远程超声机器人 远程诊疗机器人 远程医疗机器人 ultrasound_robot telepresence_robot 超声 远程诊疗 telepresence ultrasound',
  rehabRobot:
    '康复机器人 康复训练机器人 步态训练机器人 上肢康复机器人 下肢康复机器人 rehabilitation_robot 康复 步态 rehab gait_train',
  exoskeleton: '外骨骼 可穿戴机器人 穿戴式机器人 助力服 exoskeleton exosuit',
  disinfectionRobot: '消毒机器人 消杀机器人 紫外线消毒机器人 disinfection_robot 消毒 消杀 disinfect uv-c',
  pharmacyRobot:
    '配药机器人 静配机器人 发药机 智能配药 药房机器人 pharmacy_robot 配药 静配 配液 药房 发药 摆药 pharmacy',
  labRobot:
    '检验机器人 实验室机器人 采血机器人 采样机器人 移液工作站 化验机器人 lab_robot 采血 咽拭子 检验 实验室 移液 化验 laborator lab_automation',
  companionRobot:
    '陪伴机器人 陪护机器人 社交机器人 机器人宠物 陪伴治疗机器人 接待陪伴机器人 情感机器人 companion_robot social_robot 陪伴 社交 宠物机器人 companion',
  careRobot:
    '护理机器人 照护机器人 助浴机器人 二便护理机器人 养老陪护机器人 养老服务机器人 养老机器人 洗头机器人 喂饭机器人 助餐机器人 care_robot nursing_robot 护理 照护 助浴 喂饭 二便',
  transferRobot: '移位机器人 移乘机器人 转运护理机器人 移位机 transfer_robot 移位 移乘 patient_lift',
  mobilityRobot:
    '爬楼机 载人爬楼 智能轮椅 助行机器人 轮椅机器人 助行器 导盲机器人 stair_climber smart_wheelchair 助行 爬楼 轮椅 wheelchair',
  massageRobot: '按摩机器人 理疗机器人 艾灸机器人 massage_robot 按摩 理疗 massage',
  householdRobot:
    '家用机器人 家务机器人 家庭服务机器人 家庭机器人 household_robot home_robot 家务 家用 household',
  mealDelivery:
    '送餐机器人 传菜机器人 餐饮配送机器人 送餐迎宾机器人 回盘机器人 serving_robot restaurant_robot 送餐 传菜 餐饮配送 餐厅配送 餐厅服务 serving',
  roomDeliveryRobot:
    '酒店配送机器人 楼宇配送机器人 酒店机器人 送物机器人 楼内配送机器人 hotel_robot indoor_delivery 酒店 楼宇配送 楼内配送 hotel',
  cookingRobot:
    '烹饪机器人 炒菜机器人 制餐机器人 餐饮机器人 油炸机器人 煮面机器人 cooking_robot kitchen_robot 烹饪 炒菜 油炸 制餐 cooking kitchen fry',
  beverageRobot:
    '咖啡机器人 饮品机器人 奶茶机器人 调酒机器人 冰淇淋机器人 coffee_robot barista 咖啡 奶茶 饮品 调酒 coffee',
  receptionRobot:
    '迎宾机器人 接待机器人 接待服务机器人 导览机器人 讲解机器人 导诊机器人 服务机器人 导购机器人 人形服务机器人 政务机器人 reception_robot guide_robot service_robot 迎宾 讲解 导览 接待 reception',
  shelfRobot:
    '货架巡检机器人 巡架机器人 货架扫描机器人 盘点机器人 shelf_scanning inventory_robot 货架 巡架 shelf',
  storeRobot: '零售机器人 售货机器人 具身零售机器人 retail_robot vending_robot 零售 售货 retail',
  indoorCleaner:
    '清洁机器人 洗地机器人 扫地机器人 保洁机器人 商用清洁机器人 擦窗机器人 cleaning_robot scrubber_robot 洗地 扫地 清洁 保洁 scrub vacuum',
  streetSweeper:
    '环卫机器人 无人清扫车 清扫机器人 路面清洁机器人 无人环卫车 清扫车 扫雪机器人 sweeper 环卫 street_sweep',
  facadeCleaner:
    '幕墙清洗机器人 外墙清洗机器人 高空清洗机器人 facade_cleaning_robot 幕墙清洗 外墙清洗 擦窗 facade window_clean',
  inspectionRobot: '巡检机器人 挂轨机器人 巡查机器人 轨道式巡检 园区巡检 inspection_robot 巡检 inspection',
  explosionProofInspector: '防爆巡检机器人 防爆机器人 防爆轮式 explosion-proof_robot 防爆巡检',
  powerInspector:
    '电力巡检机器人 变电站巡检机器人 配电巡检机器人 输电线路巡检机器人 变电巡检 巡线机器人 电力机器人 power_inspection_robot substation_robot 变电站 变电 输电 巡线 配电房 substation power_line',
  liveLineRobot: '带电作业机器人 配网作业机器人 配网带电作业 live-line_robot 带电作业 live-line',
  railInspector:
    '轨交巡检机器人 列检机器人 车底巡检机器人 轨道巡检机器人 车辆巡检机器人 地铁巡检机器人 轨道交通巡检机器人 rail_inspection_robot 列检 车底 轨交 train_inspect',
  pipelineRobot:
    '管道机器人 管网检测机器人 管道检测机器人 管道巡检机器人 清淤机器人 pipeline_robot pipe_robot 管道 管网 pipe sewer',
  climbingRobot:
    '爬壁机器人 除锈机器人 磁吸附机器人 立面维护机器人 wall-climbing_robot climbing_robot crawler 爬壁 磁吸附 除锈 wall-climbing',
  panelCleaner:
    '光伏清洁机器人 光伏清洗机器人 光伏安装机器人 叶片维护机器人 叶片检测机器人 solar_robot blade_robot 光伏 风电叶片 solar',
  chargingRobot: '充电机器人 换电机器人 加油机器人 加氢机器人 charging_robot 换电',
  securityRobot:
    '安防机器人 巡逻机器人 安保机器人 警用机器人 安防巡逻机器人 治安机器人 security_robot patrol_robot 安防 巡逻 安保 security',
  fireRobot:
    '消防机器人 灭火机器人 消防灭火机器人 消防侦查机器人 消防侦察机器人 firefighting_robot fire_robot 消防 灭火 firefight',
  rescueRobot:
    '救援机器人 应急救援机器人 搜救机器人 破拆机器人 rescue_robot demolition_robot 救援 搜救 破拆 rescue',
  disposalRobot: '排爆机器人 反恐机器人 排雷机器人 eod_robot bomb_disposal 排爆 eod bomb',
  underwaterRobot:
    '水下机器人 无人潜航器 水下清洗机器人 水下检测机器人 rov auv underwater_robot 水下 underwater',
  surfaceVessel: '无人船 水面机器人 水面清洁船 救生机器人 水面救援机器人 usv surface_vessel 水面 救生圈',
  nuclearRobot: '核工业机器人 核应急机器人 核环境机器人 nuclear_robot 核电 核工业',
  finishingRobot:
    '喷涂机器人 抹灰机器人 腻子机器人 地砖铺贴机器人 整平机器人 抹光机器人 地坪研磨机器人 墙面处理机器人 建筑机器人 天花打磨机器人 混凝土内墙面打磨机器人 外墙喷涂机器人 室内喷涂机器人 铺贴机器人 装修机器人 墙板机器人 drywall_robot plastering_robot 抹灰 腻子 墙面 地砖 抹光 整平 地坪 drywall plaster',
  masonryRobot: '砌砖机器人 砌墙机器人 砌筑机器人 bricklaying 砌砖 砌墙 砌筑 brick',
  rebarRobot: '钢筋绑扎机器人 钢筋搬运机器人 钢筋机器人 钢筋加工机器人 rebar_robot 钢筋 rebar',
  installationRobot:
    '建筑安装机器人 钻孔机器人 幕墙安装机器人 墙板安装机器人 安装机器人 drilling_robot installation_robot 钻孔 drilling',
  surveyRobot:
    '测量机器人 放样机器人 实测实量机器人 测绘机器人 layout_robot survey_robot 放样 实测实量 layout',
  earthmover:
    '工程机械机器人 无人挖掘机 无人工程机械 无人推土机 无人压路机 挖掘机 autonomous_excavator 推土机 压路机 excavator',
  miningMachine:
    '矿山装备 矿山无人化系统 采煤机 掘进机器人 煤矿机器人 矿山机器人 采煤机器人 喷浆机器人 井下机器人 mining_machine 矿山 采煤 掘进 mining',
  weedingRobot: '除草机器人 除草机 weeding_robot weeder 除草 weed',
  sprayingRobot:
    '植保机器人 施药机器人 喷药机器人 园林植保机器人 精准喷施机 植保无人机 农业无人机 授粉机器人 spraying_robot sprayer 植保 喷药 施药 spray',
  harvestingRobot: '采摘机器人 采收机器人 收获机器人 harvesting_robot picker 采摘 采收 收获 harvest',
  livestockRobot:
    '挤奶机器人 饲喂机器人 推料机器人 投喂机器人 养殖机器人 清粪机器人 milking_robot feeding_robot 挤奶 饲喂 投喂 养殖 milking livestock',
  farmMachine:
    '无人农机 农业机器人 嫁接机器人 插秧机 无人拖拉机 移栽机器人 育苗机器人 自动驾驶拖拉机 agricultural_robot autonomous_tractor 农机 拖拉机 插秧 tractor',
  monitoringStation:
    '监测设备 生态监测机器人 园林巡检机器人 虫情监测设备 测报仪 监测机器人 农田巡检机器人 monitoring_station',
  mowingRobot: '割草机器人 割草机 园林机器人 修剪机器人 mower 割草 剪草 mow',
  parkingRobot: '停车机器人 泊车机器人 parking_robot 停车 泊车 parking',
  educationRobot: '教育机器人 编程机器人 教学机器人 编程教育 educational_robot 教育 编程 教学 education',
  other: '',
}
