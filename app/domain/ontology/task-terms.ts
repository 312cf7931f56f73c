import type { TaskId } from './task-table.ts'

/**
 * Words that name a task in free text, separated by spaces; `_` stands for a space inside an English term,
 * and `甲&乙` needs both words anywhere in the text. Longer words win over shorter ones inside them.
 */
export const taskTerms: Readonly<Record<TaskId, string>> = {
  hospitalDelivery:
    '院内配送 院内物流 院内转运 医院配送 医院物流 医用物流 医院运输 手术室物流 药品配送 送药 标本配送 标本运送 标本转运 被服配送 医院&物资&运送 医院&物资&配送 病区&配送 病房&配送 病区&运送 药品&运送 药品&运输 医院&运输 医院&送&药 医院&取药 医院&推车 医院&被服 护士&取送 护士&跑腿 医院&跑腿 手术室&耗材 手术间&耗材 化验样本 污物&运送 医疗废物&运输 hospital_delivery hospital_logistics hospital&transport hospital&deliver nurse&deliver specimen&transport 护士站&送 护士站 住院&送药 供应室 消毒供应 器械&回收 器械&运送 手术间&运回 餐车&病房 医院&物流 医院&运送 医院&搬运 血样&送 标本&送 药房&病房 药房&病区 药房&送 被服&收 医疗废物&转运 气动物流 护士&取药 取药&送 ward_delivery medication_delivery deliver&ward pharmacy&deliver nurse&fetch nurse&errand hospital&cart linen&hospital supplies&nurse lab_sample&transport sterile&transport',
  laparoscopicSurgery:
    '腔镜 腹腔镜 内窥镜手术 微创手术 微创&机械臂 胆囊切除 前列腺癌根治 前列腺切除 结肠癌 直肠癌 胃癌 子宫切除 甲状腺癌 甲状腺切除 肾部分切除 肺叶切除 胸腔镜 经腋窝 单孔手术 单一切口 泌尿&手术 妇科&手术 胸外&手术 普外&手术 多专科&手术 手术&控制台 远程手术 远程&切除 根治术 腔内器械 laparoscop prostatectomy hysterectomy cholecystectomy minimally_invasive robotic_surgery thoracoscop 小孔&手术 小孔&器械 小切口 切口小 开刀&少 微创外科 前列腺 肾&手术 妇科手术 普外科 胸外科 食管癌 胰腺 肝切除 减重手术 肿瘤切除 robotic-assisted soft_tissue gynecolog urolog colorectal hernia keyhole minimally-invasive',
  orthopedicSurgery:
    '骨科 脊柱 置钉 椎弓根 关节置换 膝关节置换 髋关节置换 全膝 全髋 骨盆骨折 创伤骨科 假体 截骨 骨折复位 orthop spine_surgery pedicle_screw knee_replacement hip_replacement arthroplasty 换关节 关节炎 膝盖 髋 人工关节 骨折 椎体 置换术 磨骨 内固定 髋臼 脊椎 joint_replacement total_knee total_hip knee_surgery spinal pedicle fracture orthopaedic',
  neurosurgery:
    '神经外科 脑外科 立体定向 颅内 颅脑 脑出血 脑深部电刺激 癫痫&电极 脑活检 开颅 血肿 帕金森&手术 neurosurg stereotactic deep_brain brain_biopsy 脑起搏器 脑肿瘤 电极植入 颅底 三叉神经 脑内 epilepsy brain_surgery brain_tumor cranial',
  intervention:
    '血管介入 介入手术 经皮穿刺 穿刺手术 穿刺活检 肺结节穿刺 冠脉 支架植入 造影&介入 消融 导丝 导管室 支气管镜 肾镜 软镜 碎石手术 自然腔道 vascular_intervention percutaneous puncture catheter bronchoscop ureteroscop pci 介入科 心脏支架 房颤 神经介入 取栓 肺结节 肺活检 肝穿刺 前列腺穿刺 支气管 输尿管 结石 取石 胃镜 内镜检查 endovascular angioplasty lung_biopsy lung_nodule kidney_stone endoscop stent',
  dentalTreatment:
    '口腔种植 种植牙 种牙 牙科 口腔诊疗 牙体 正畸 dental implant_dentistry 缺牙 牙齿 牙冠 根管 dentist tooth teeth',
  remoteDiagnosis:
    '远程超声 超声扫查 超声检查 远程诊疗 远程会诊 远程查房 ultrasound telemedicine telepresence 远程b超 b超 彩超 超声医师 超声&探头 超声&远程 探头&网络 专家&远程 远程&诊断 远程问诊 基层&超声 心脏超声 查房 tele-ultrasound sonograph remote_physician teleconsult remote_presence',
  rehabilitation:
    '康复训练 康复机器人 康复治疗 步态训练 步行训练 行走训练 上肢康复 下肢康复 手功能康复 脑卒中 中风 偏瘫 截瘫 脊髓损伤 运动功能恢复 康复中心 rehabilit gait_training stroke 康复 步态 练走路 偏瘫&训练 瘫痪&行走 卒中 手功能 上肢训练 下肢训练 迈步 重新站立 平衡训练 治疗师 脑瘫 rehab gait physical_therapy spinal_cord_injury paraplegi hemipleg upper_limb lower_limb',
  disinfection:
    '消毒 消杀 紫外线 紫外&病房 杀菌 灭菌 雾化消毒 防疫消毒 环境消毒 杀灭&病毒 uv-c uvc uvd disinfect steriliz 空气消毒 终末消毒 过氧化氢 干雾 紫外 uv_light ultraviolet pathogen superbug spores hospital-acquired difficile sanitiz decontaminat germ 院感 感染控制 感染防控 病菌',
  pharmacyCompounding:
    '静配 静脉用药 配药 调配中心 输液配置 化疗药 发药 摆药 药房自动化 智能药房 药房&调剂 处方&调剂 iv_compounding pharmacy dispensing_drug medication_dispens 药师 摆药机 包药 冲配 配液 细胞毒 抗肿瘤药 输液袋 安瓿 处方 煎药 chemo cytotoxic iv_bag iv_room compounding pharmacy_automation medication_packag pharmacist prescription robotic_pharmacy',
  labTesting:
    '采血 静脉穿刺 咽拭子 核酸采样 核酸检测 检验流水线 检验科 实验室自动化 样本前处理 标本分拣 移液 化验室 化验&自动 煤质化验 高通量实验 制样 样品制备 blood_draw venipuncture swab lab_automation pipett laboratory 抽血 验血 扎针 鼻拭子 开盖 样品前处理 加样 细胞培养 高通量筛选 化学实验 药物筛选 blood_sampl phlebotom specimen_process sample_prep assay cell_culture chemist high-throughput 化验&样 well-plate microplate liquid_handl lab',
  companionship:
    '社交训练 怀旧 reminiscence exercise&nursing companion_robot 陪伴 陪护交流 情感陪护 情感陪伴 聊天 孤独 社交机器人 机器人宠物 认知训练 认知游戏 痴呆 阿尔茨海默 失智&陪 解闷 对话&老人 会话&居民 自闭症 养老&社交 老人&娱乐 表情&对话 companion loneliness dementia social_robot autism 孤单 老年痴呆 认知障碍 唱歌 空巢 情绪安抚 memory_loss alzheimer lonel emotional_support pet_therapy robotic_pet robot_pet social_isolation autistic cuddl 陪聊 视频通话',
  personalCare:
    '生活护理 助浴 洗浴 洗头 洗澡 二便 大小便 排泄 喂饭 喂食 辅助进食 助餐 翻身 护理床 失能&照护 失能&护理 卧床 擦身 穿衣 照护类 日常起居 bathing toileting feeding_assist incontinence bedridden caregiving 擦洗 淋浴 洗澡难 浴室 床上洗 卧床老人 吃饭&老人 辅助&吃饭 排泄护理 压疮 褥疮 洗发 shower eating_assist self-feeding excretion incontinen nursing_care 吃不了饭 一勺 尿垫 排便',
  patientTransfer:
    '上下床 转移病人 病床&转移 移位 移乘 病人转运 患者转移 抱起 搬抬病人 搬运病人 移动病床 patient_transfer lift_patient 床&轮椅 床&挪 抱老人 抱起老人 抬&老人 移床 床椅 转移&轮椅 上下轮椅 搬动患者 搬动老人 lift_resident lifting_patients bed_to_wheelchair transfer_patient patient_lift hoist',
  mobilityAid:
    '助行 爬楼机 爬楼梯&轮椅 上下楼&老人 老人&行走 老人爬楼 载人爬楼 智能轮椅 轮椅 导盲 视障&引导 助力&行走 walking_aid wheelchair stair_climb exoskeleton&walk guide_dog 背下楼 腿脚不便 爬楼&老人 助力行走 盲人 视障 代步 没电梯 无电梯 blind visually_impaired mobility_aid',
  homeSafety:
    '跌倒 看护 监护 老人&呼叫 健康监测 紧急呼叫 一键呼叫 跌倒检测 跌倒监测 跌倒报警 独居老人 居家看护 安全监护 用药提醒 提醒用药 生命体征 适老环境 巡房 夜间查房 老人&看护 健康管理 fall_detection medication_reminder vital_signs emergency_call 摔倒 独居 居家&监测 居家养老 血压 急救呼叫 呼叫&家属 吃药 离床 falls elderly&monitor aging_in_place emergency_alert medication_remind',
  massage: '按摩 艾灸 理疗 推拿 穴位 massage moxibustion physiotherapy 针灸 massag acupuncture',
  housework:
    '家务 家庭服务 叠衣 收纳 整理房间 家用扫地 洗碗 household housework laundry 端茶 家居整理 chores fold_clothes tidy_up',
  machineTending:
    '上下料 机床&取料 机床上料 机床&下料 数控机床 机加工&取放 折弯机&取料 取放件 车间上料 自动上料 产线上料 钣金件&夹具 焊接夹具&放 焊接工装&放 放入焊接 加工中心&换料 cnc machine_tending loading_and_unloading load_parts press_brake unload&machine sheet_metal&fixture 机床 装夹 车床 铣床 换料 取放工件 工件&上料 上料 下料 磨床 压机&取放 测试机&取放 lathe machining milling_machine machine_shop load&cnc unload&cnc load&machine part_loading press_tending machine-tend',
  moldingTakeout:
    '注塑 取件机械手 注塑机取件 压铸取件 压铸 铸造 浇注 锻造 热锻 清砂 injection_mold take-out die_casting foundry forging 开模 水口 压铸机 锻件 熔炉 injection_molding molding_machine mold&unload casting forge die-cast',
  welding:
    '焊接 弧焊 点焊 激光焊 焊缝 钎焊 无轨爬行焊 预埋件焊 weld 焊 焊工 焊枪 焊装 螺柱焊 mig tig gmaw arc_cell fabricat joins&steel',
  painting:
    '喷涂生产线 涂装 喷漆线 工业喷涂 车身喷涂 喷釉 喷粉 家具喷涂 热喷涂 paint_shop painting_robot coating_line 面漆 喷漆 上漆 过喷 车身&涂装 飞机&喷漆 paint&car_body spray_paint powder_coat coating&parts auto_body 喷漆&换色 涂装&换色',
  grinding:
    '打磨 抛光 去毛刺 磨削 修磨 精整 清洗去毛刺 grinding polishing deburr sanding 镜面 抛磨 磨抛 砂光 毛刺 倒角 砂带 打磨&粉尘 磨&粉尘 抛光&粉尘 polish sand deburring grind burr surface_finish 毛边 飞边',
  assembly:
    '装配 组装 总装线 装入 插件 压装 滚压贴合 轴孔 线束 连接器&插 卡扣 安装&总装 拧紧&装配 assembl fitting insertion 组装线 装配线 合装 插接 插装 assembly_line insert&component',
  screwdriving:
    '拧紧 拧螺丝 螺丝锁付 锁螺丝 螺栓紧固 螺栓拧 screwdriv screw_fasten bolt_tight 螺钉 螺丝 扭矩 拧 螺母 锁付 浮锁 torque screw nutrunner fasten',
  dispensing:
    '涂胶 点胶 打胶 密封胶 粘接 涂覆密封 dispens glue gluing sealant adhesive 胶条 胶水 灌胶 喷胶 涂油 密封&胶 bead_of sealer adhesiv',
  cutting:
    '激光切割 等离子切割 水刀切割 切割下料 切割机器人 型钢切割 去皮&切 分割&肉 屠宰 laser_cut plasma_cut cutting_robot deboning 切割 激光切 等离子 裁切 裁剪 分割线 去骨 剔骨 cutting water_jet waterjet butcher carcass',
  stamping:
    '冲压 钣金折弯 折弯 压力机 stamping press_line bending 冲床 钣金 压机 press_brake brake_press metal_forming',
  packaging:
    '包装 装箱 开箱 封箱 装盒 装袋 套袋 贴标 贴标签 packaging packing case_pack 打包 封口 装罐 灌装 捆包 case-pack pick-and-pack bagging boxing_line',
  palletizing:
    '码垛 拆垛 拆码垛 堆垛 托盘堆码 线尾 palleti depalleti end-of-line 摞 堆码 码放 箱&栈板 摞&栈板 纸箱&托盘 箱子&托盘 袋&托盘 拆托 stack&pallet boxes&pallet bags&pallet cases&pallet mixed-case pallet_build end_of_line stacking',
  qualityInspection:
    '质检 视觉检测 缺陷检测 外观检测 质量检测 在线检测 表面缺陷 尺寸测量 零件检测 无损检测&产品 漏装检测 quality_inspection visual_inspection defect_detection 漏检 外观检查 外观&检 质量检查 瑕疵 划痕 虚焊 缺件 错装 漏装 aoi inspect&parts inspect&quality defects flaw metrology surface_inspection dimensional 漆面&查 漆面&缺陷 人眼看 目检 肉眼 人工检查',
  waferHandling:
    '晶圆 洁净室 无尘车间 半导体&搬运 光刻 机台&晶圆 foup 面板&搬运 wafer cleanroom semiconductor 晶圆盒 洁净间 百级 硅片 显示面板 光罩 foups reticle fab',
  surfaceTreatment:
    '除锈 除漆 爬壁 喷砂 高压水射流 船体清洗 船舶除锈 罐体&清洗 储罐&清洗 立面维护 水冷壁 船板 防腐涂装 钢结构&喷漆 锅炉&清灰 管道清洗 槽罐清洗 hull blasting descal rust_removal wall_climbing 旧漆 铁锈 锈 船壳 船坞 坞修 高压水 罐壁 清灰 结垢 喷丸 去漆 油罐清洗 paint_removal paint_stripping tank_clean ship_hull hydroblast rust',
  materialTransfer:
    '物料搬运 物料转运 物料运输 物料运送 物料配送 运送物料 车间&转运 车间物流 厂内物流 工序间 线边 料箱 周转箱 料车 牵引 搬箱 搬运机器人 重载搬运 搬运物料 内部物料 agv amr 自主移动机器人 移动机器人 无人搬运 物资&送达 配料车 排序料车 料架 tote material_transport material_handling intralogistics tugger line_side move_totes 缺料 送料 运料 料框 空框 半成品 转运 库房&产线 库房&总装 仓库&产线 产线&配送 线边&配送 carts deliver&line deliver&parts transport&factory transport&plant material_flow move&parts internal_transport in-plant',
  palletTransport:
    'move_pallets pallets 托盘搬运 托盘接驳 无人叉车 叉车 托盘转运 重载托盘 栈板 forklift pallet_truck pallet_transport pallet_mover 托盘&搬 托盘&运 托盘&货架 托盘&上架 堆高 前移式 整托 叉取 forklifts stacker reach_truck lift_truck pallet&transport',
  storageRetrieval:
    '图书&存取 药品立库 密集库 货到人 立体库 立库 自动化仓库 密集存储 料箱存取 货架存取 货架&料箱 存取机器人 三维存取 穿梭车 货位 四向车 仓储系统 智能仓储 微型仓 配送中心&补货 配送中心&订单 仓库&订单 订单履约 电商&仓 电商&订单 补货&配送中心 物流中心&上架 自动上架 拣选站 goods-to-person as/rs asrs order_fulfil fulfilment fulfillment warehouse storage_and_retrieval 料箱&货架 料箱&到人 立体仓库 电商仓 高密度存储 智能仓 sku&仓 仓库&拣 上架 出入库 出库 入库 备件库 warehous goods_to_person goods&packer goods&pick e-commerce skus distribution_cent fulfill automated_storage micro-fulfil order_pick',
  picking:
    '拣选 拣货 抓取 无序抓取 混料 挑选 按单拣 piece_pick picking bin_pick grasp 抓零件 乱放 散料 无序 深框 料框&抓 框里&拿 混放 bin-pick each-picking item_picking unsorted',
  sorting:
    '分拣 分拨 分选 垃圾分类 快件分拣 包裹分拣 供包 煤矸 sorting parcel_sort recycling 包裹&分开 按方向 流向 格口 快件 邮件&分 可回收 矸石 sortation parcels mail_sort waste_sort recyclab',
  truckLoading:
    '行李装载 行李&搬 行李&装 装车 卸车 装卸车 卸货 卸箱 集装箱卸 拖车卸货 车厢 装卸运输 飞机货舱 行李装卸 unload&truck unload&trailer unload&container truck_load container_unload baggage 散箱 货柜 集装箱里 箱&卸 货车&卸 货车&装 装货 挂车 trailers boxes&trailer boxes&container dock_door baggage_handl',
  inventory:
    '盘点 库存盘点 rfid盘点 点数 库存核查 inventory stocktak cycle_count 盘库 清点 盘货 stock_count inventory_count cycle-count stock_check',
  lastMile:
    '外卖配送 快递 delivery_robot&campus 末端配送 末端无人配送 无人配送 快递配送 快递&送 外卖配送&园区 无人车&配送 无人车&送 校园配送 园区配送 人行道&送 自提柜 取餐点 配送站 社区&配送 生鲜配送 无接触交接 六轮 last_mile last-mile sidewalk_delivery autonomous_delivery delivery_vehicle campus_delivery 最后一公里 最后一段 驿站&送 驿站 宿舍&送 送上门 上门送 小区&送 超市&配送 园区&送 grocery_deliver food_delivery campus&deliver sidewalk package_delivery deliver&neighborhood delivery_robots',
  airDelivery:
    '无人机配送 无人机运输 空中航线 空中配送 低空物流 无人机送 飞行&送达 跨院区转运 航线&标本 drone_delivery air_delivery 隔江 跨江 山区&配送 海岛&配送 空投 无人机&配送 无人机&送 无人机&运 起降 空运 院区&血样 院&血样&公里 medical_drone blood&drone drone&deliver aerial_delivery',
  haulage:
    '无人运输 无人驾驶矿卡 矿卡 无人集卡 集装箱&运输 港口&运输 干线 港口&水平运输 无人重卡 机场&牵引 行李&牵引 haul driverless_truck port_terminal autonomous_truck 集卡 码头&运输 矿区&运输 矿车 自卸车 宽体车 机坪 货运&无人驾驶 短驳 autonomous_haul mining_truck terminal_tractor yard_truck container_terminal freight port 拉矿 矿石&驾驶 矿石&运',
  wallFinishing:
    '抹灰 腻子 墙面 内墙 外墙涂料 外墙喷涂 室内喷涂 墙面喷涂 天花打磨 墙面打磨 墙板 墙砖 乳胶漆 防火涂料 幕墙喷涂 喷完&墙 装修&喷涂 墙纸 石膏板 plaster drywall wall_paint interior_finish putty skim 刮腻子 批刮 墙面&平 墙面&刮 粉刷 刷墙 喷涂&墙 内墙&喷 外墙&喷 住宅&喷涂 高层&喷涂 壁纸 drywall_finish paint&wall paint&building joint_compound exterior_paint interior_paint',
  floorFinishing:
    '地坪 整平 抹光 抹平 找平 磨光 地砖 瓷砖 铺贴 铺砖 地面研磨 地坪研磨 环氧 混凝土浇筑 布料机 摊铺 压路 concrete_level trowel tile_laying floor_grinding screed paving 收光 抹光机 地面&平整 混凝土&平整 浇完混凝土 收面 铺地 concrete_floor concrete_surface concrete_finish floor_tile tiling grind&floor',
  masonry: '砌砖 砌筑 砌墙 砖墙 砌块 瓦工 brick masonry 砌体 空心砖 加气块 bricklay blocklay',
  rebarWork:
    '钢筋 绑扎 箍筋 钢筋网 钢筋笼 rebar reinforcement_tying 绑钢筋 扎丝 钢筋&绑 钢筋&交叉点 rebar_ty reinforc ironwork bridge_deck',
  drillingInstallation:
    '钻铆 制孔 铆接 钻孔 打孔 天花&钻 植筋 锚栓 膨胀螺栓 幕墙安装 玻璃安装 板材安装 墙板安装 电梯井道安装 支座安装 紧固件安装 吊顶&安装 高空安装 管道安装 建筑&安装 drill anchor curtain_wall_install panel_install elevator_shaft 天花板&孔 顶板&孔 打眼 吊杆 支架&安装 电梯井 幕墙&装 玻璃&装 墙板&装 holes&ceiling overhead&holes ceiling_anchor anchors&ceiling glazing install&panel window_install elevator_install',
  surveying:
    '实测实量 放样 测绘 测量机器人 建筑测量 点云扫描 三维扫描 土方测量 进度扫描 工地&巡查 工地&拍摄 bim&扫描 工程测量 layout_marking surveying laser_scan progress_monitor site_documentation 放线 弹线 划线&地面 测量&工地 实景建模 工地&扫描 施工进度 盘煤 print&layout floor_plan mark&floor construction_layout site_scan photogrammetr construction&progress reality_capture',
  earthwork:
    '挖掘 推土 土方 平整场地 开挖 挖机 装载机 打桩 光伏打桩 excavat earthmov dozer trench pile_driving 挖沟 沟槽 铲土 压实 桩基 piling bulldoz trenching earthmoving solar_pile',
  tunnelWork:
    '喷射混凝土 湿喷 凿岩 掘进 隧道施工 巷道支护 锚杆 拱架 衬砌 盾构 换刀 shotcrete tunnel_boring rock_drilling segment_erect 喷浆 锚护 钻锚 盾构机 掌子面 tunnel_construct disc_cutter',
  demolition: '拆除 破拆 破碎 拆楼 拆解 demolition dismantl 凿除 拆墙 打凿 破碎锤 炉衬 demolit tear_down',
  weeding: '除草 杂草 锄草 激光除草 weed 草太多 草害 地&锄草 中耕 weeder herbicide hoeing',
  cropProtection:
    '植保 喷药 施药 打药 精准喷施 点喷 除虫 病虫害防治 喷雾&害虫 喷雾&作物 农药 授粉 撒肥 消杀害虫 spray&crop pesticide crop_protection pollinat spraying_drone 打农药 喷洒&农 农田&药 飞防 果园&喷 稻田&药 麦田&药 施肥 spray&orchard spray&field fungicide fertiliz agricultural_drone',
  harvesting:
    '采摘 采收 收获 摘果 采茶 割胶 采蘑菇 果园&采 草莓&采 番茄&采 harvest fruit_pick 摘 收割 采棉 果&成熟 pick&fruit pick&berries strawberr apple_pick tomato&pick mushroom crop_pick',
  livestock:
    '猪场 生猪 养猪 养鸡 鸡舍 肉牛 羊场 饲养 猪 pig_farm hog 挤奶 奶牛 饲喂 投喂 推料 养殖 猪舍 鸡舍 牧场 鱼塘 清粪 拣蛋 水产&投饵 milk dairy livestock poultry feeding_robot barn aquaculture 牛场 奶 喂料 推草 巡舍 投饵 cows herd barns pigs broiler fish_farm salmon feed_push udder silage forage',
  planting:
    '耕地 播种 插秧 育苗 嫁接 移栽 整地 无人农机 自动驾驶拖拉机 拖拉机 农场&耕 耕种 植物工厂 seeding transplant graft tractor planting nursery 犁地 翻耕 autonomous_tractor seedling tillage plow sowing',
  ecologyMonitoring:
    '虫情 病虫害监测 病虫害&巡检 长势 墒情 生态监测 动植物监测 动物监测 鸟类监测 水质监测 花木&巡检 农田巡检 作物监测 表型 林业&监测 森林&巡护 crop_monitor phenotyp water_quality wildlife pest_monitor scouting 农情 土壤&采样 水质&采样 鸟类 野生动物 巡林 林火 soil_sampl water_sampl environmental_monitor',
  mowing:
    '割草 修剪 草坪养护 绿篱 修枝 园林养护 mowing lawn pruning hedge 剪草 草坪&剪 高尔夫 足球场 lawnmow mow golf turf grass_cut vegetation_control',
  firefighting:
    '灭火 消防灭火 火灾 消防机器人 水炮 火场 排烟 扑救 着火 起火 森林防火 firefight extinguish blaze wildfire 浓烟 火情 水带 消防员 高层&火 化工&火 车库&起火 电动车起火 大火 明火 fire_department firefighter fires structure_fire',
  searchRescue:
    '救援 搜救 搜索救援 灾害侦察 废墟 被困 侦察 侦查 抢险 应急处置 危化品泄漏 灾后 地震 坍塌 井下救援 rescue reconnaissance disaster collapse rubble 塌方 被埋 生命探测 受限空间 化工事故 urban_search victim earthquake hazmat confined_space first_responder',
  explosiveDisposal:
    '排爆 爆炸物 反恐 防暴 拆弹 可疑物 排雷 扫雷 弹药 炸药装药 民爆 bomb eod explosive_ordnance demin 可疑包裹 防爆罐 炸弹 地雷 未爆 bomb_squad explosives ordnance landmine suspicious_package',
  securityPatrol:
    '安保 安防 巡逻 巡控 巡查&公园 巡查&园区 治安 警务 警用 边防 周界 岗亭 公共区域&巡检 公共区巡 车站&巡检 客运&巡检 枢纽&巡检 园区巡 小区巡 夜间巡查 口罩 巡楼 security patrol guard perimeter surveillance 保安 值夜 翻墙 夜巡 夜间&巡查 小区&巡 广场&巡 校园&巡 机场&巡 停车场&巡 入侵 巡防 违停 trespass security_guard parking_lot deter_crime intruder',
  entryScreening: '核验 测温&入口 健康码 安检 缉私 通关 查验 体温 门岗 screening customs temperature_check',
  waterRescue:
    '水面 湖面 水上救援 溺水 漂浮物 河道清洁 无人船 溢油 打捞 救生 河道保洁 surface_vessel drowning floating_debris lifebuoy unmanned_boat 落水 救生圈 救生员 水面清洁 河面 海面 水草 蓝藻 swimmer lifeguard trash&river waterway',
  underwaterWork:
    '水下 潜水 潜航 船底 海底 大坝&检测 坝面 桥墩 网箱 核电&水池 rov auv underwater subsea seabed diving 坝体 水库&坝 潜水员 海缆 养殖网 沉船 diver divers seafloor aquaculture_net',
  nuclearWork:
    '核电&辐射 核应急 核环境 核设施 辐射环境 放射性 核退役 反应堆 热室 核事故 nuclear radiat reactor decommission 乏燃料 核燃料 核废料 核反应堆 高辐射 hot_cell fuel_pool',
  plantInspection:
    '厂区巡检 设备巡检 工厂巡检 化工&巡检 石化&巡检 油气&巡检 平台&巡检 海上平台 海上风电平台 海上&平台 采油 气田 天然气 炼油 炼化 处理厂&巡检 危化品&巡检 气体泄漏 气体检测 读表 表计 抄表 仪表&巡检 阀位 跑冒滴漏 锅炉房 水泵房 泵站 水厂&巡检 钢厂&巡检 电厂&巡检 机房巡检 数据中心 皮带&巡检 输煤 料场 防爆&巡检 油气设施 巡线&腐蚀 工业&巡检 自主巡检 巡检值守 offshore oil_and_gas refinery gauge_reading gas_leak plant_inspection industrial_inspection data_center chemical_plant acoustic_inspection 油气田 炼厂 化工厂 罐区 托辊 皮带&异响 输送带&巡 输送机&巡 泄漏&检测 仪表&读 设备&测温 高炉&巡 水电站 燃气站 gauges leaks methane inspection_rounds predictive_maintenance thermal&equipment refineries petrochem steel_mill unmanned_platform power_plant server_room north_sea',
  substationInspection:
    '变电站 变电&巡检 配电房 配电室 开关柜 换流站 高压设备 升压站 电力巡检 电力设备&巡检 倒闸 室外&高压 红外测温&电 敞开式 substation switchgear electrical_room power_inspection 千伏站 千伏&站 刀闸 套管 主变 变压器 避雷器 配电站 开闭所 母线 switchyard electrical_substation transformers',
  lineInspection:
    '输电线路 架空线路 线路巡检 巡线机器人 导线&巡检 通道巡检 杆塔&巡检 输电&巡 power_line transmission_line overhead_line line_inspection 杆塔 架空地线 除冰 覆冰 高压线 树障 powerline pylon ground_wire',
  liveLineWork:
    '带电作业 带电安装 带电&配网 不停电作业 不停电&安装 带电接火 接火 断接引线 剥线 接地环 绝缘涂覆 绝缘喷涂 绝缘子&更换 驱鸟器 横担 配网作业 裸导线 带电&涂覆 live-line live_line hot_stick energized 不断电 断电&引线 接引线 绝缘斗 斗臂车 live_work live-work energised',
  corridorInspection:
    '管廊 电缆隧道 电力隧道 地下隧道&巡检 隧道巡检 隧道&巡检 电缆沟 综合管廊 挂轨 utility_tunnel cable_tunnel rail-mounted 地下管线 管沟 cable_gallery',
  pipelineInspection:
    '管道检测 管网检测 管道机器人 排水管 燃气管道 供热管 管内 排污管 管道&内检 箱涵 清淤 pipeline_inspection pipe_inspection sewer in-pipe 污水管 下水道 暗渠 管径 管道&裂 管道&堵 管&破损 供水管 drain culvert water_main gas_main sewers penstock',
  panelCleaning:
    '光伏&清扫 组件清扫 组件清洗 光伏&安装 风电&维护 solar 光伏清洁 光伏板 光伏组件 光伏安装 光伏&清洗 风电叶片 叶片&维护 叶片&检修 风机叶片 塔筒 定日镜 solar_panel wind_turbine blade photovoltaic 光伏 组件&灰 积灰 落沙 板子&扫 电站&板 风机&叶片 solar_farm wind_farm turbine_blade',
  mining:
    '采煤 煤矿 矿山 矿井 井下 采掘 截割 综采 工作面 煤层 露天矿 选矸 爆破装药 矿用 mining coal longwall mine ore 瓦斯 掘进面 铁矿 选煤 coal_mine mines',
  vehicleCharging:
    '充电机器人 自动充电桩 换电站 自动换电&车 加油机器人 加氢 车辆充电 电动车充电 ev_charging battery_swap refuel 充电枪 换电 加油 加注 charge&ev ev&charger fueling',
  railInspection:
    '列车 地铁&巡检 地铁&检修 车底 转向架 轨道巡检 轨道检测 车辆段 车辆基地 动车 高铁&检修 铁路&检测 接触网 机车 轨道交通 train undercarriage rolling_stock railway bogie track_inspection catenary 库检 闸瓦 地沟 钢轨 道岔 受电弓 地铁&检 train_inspect rail&inspect wheelset locomotive',
  structureInspection:
    '衬砌检测 水冷壁检测 测厚 探伤 无损检测 爬壁检测 空洞&检测 桥梁检测 钢结构检测 钢结构&检测 结构检测 焊缝检测 储罐检测 大坝检测 裂缝检测 桥梁&检测 墙体检测 罐壁检测 缆索 bridge_inspection structural_inspection tank_inspection ndt thickness_measurement crack 裂缝 坝体&缝 桥底 球罐 压力容器 wall_thickness crack_detect bridges ultrasonic_thickness tank_wall boiler_tube corrosion_map',
  tableDelivery:
    '送餐 端菜 传菜 餐厅&送 餐厅&托盘 桌边 收盘 回盘 收餐 上菜 餐饮配送 餐桌 serving waiter table_delivery bussing restaurant_delivery 盘子&收 盘碗 餐具回收 堂食 自助餐 送菜 服务员&端 服务员&餐 serve&table food_runner run_food dining_room busser waitstaff restaurant&deliver restaurant&serv',
  roomDelivery:
    '上楼 送餐上楼 外卖&写字楼 外卖&楼 客房 酒店配送 酒店&送物 酒店&配送 楼宇配送 写字楼&配送 住客 外卖送到房 送到房间 楼内配送 上楼配送 room_delivery hotel building_delivery room_service 客房&送 客人&送 酒店&小件 酒店&送 住客&送 送到门口 送上楼 楼层&送 乘梯&送 前台&送 办公楼&送 大厦&送 毛巾 客需 guest_request amenities deliver&guest deliver&room hotel&deliver office_deliver apartment&deliver',
  cooking:
    '烹饪 炒菜 油炸 煎烤 炸鸡 汉堡 披萨 制餐 煮面 后厨 厨房 备餐 配餐 拌沙拉 团餐 食堂&自动 cook fry kitchen pizza burger food_preparation 薯条 炸篮 炸薯条 做菜 出餐 中餐&自动 fryer frying fries burgers salad_bowl grill noodle meal_prep',
  beverage:
    '咖啡 奶茶 茶饮 饮品 调酒 冰淇淋 拉花 手冲 coffee barista beverage bubble_tea cocktail ice_cream 果汁 鸡尾酒 咖啡馆 奶茶店 取杯 espresso cafe drinks bartend boba latte smoothie',
  reception:
    '迎宾 讲解 导览 导购 导诊 接待 问询 营业厅 展厅 引导 引领 咨询 政务大厅 前台 大堂 博物馆 带位 揽客 reception guide concierge museum greeter wayfinding information_desk showroom 讲解员 带路 问路 迎客 参观 观众 展馆 展品 政务服务 导诊台 visitors greet&customer directions front_desk guided_tour',
  shelfAudit:
    '巡架 巡店 货架巡检 缺货 标价 错位 陈列 价签 货架&识别 超市&货架 shelf_scan shelf_audit out-of-stock price_tag on-shelf planogram 货架&检查 货架&扫描 缺货&发现 empty_shel missing_items shelf shelves aisles out_of_stock out-of-stocks misplaced stockout',
  storeService:
    '售货 零售 便利店 药店 店员 无人店 取货&顾客 自动售 零售舱 vending retail_store kiosk convenience_store store_clerk 无人零售 门店&售 便利店&夜间 自助售卖 理货 restock store_shelves',
  indoorCleaning:
    '洗地 拖地 扫地 吸尘 室内清洁 商用清洁 大堂清洁 地面清洁 保洁 清洁机器人 擦窗 厕所清洁 马桶 机场&清洁 商场&清洁 医院&清洁 floor_scrub vacuum clean_floor cleaning_robot restroom 拖把 地面&洗净 大理石 航站楼&地面 商场&保洁 医院&保洁 超市&地面 仓库&清洁 卫生间 尘推 scrubber floor_clean mopping scrub&floor vacuuming janitor custodial 洗&地面 地面&油污 车库&地面',
  streetSweeping:
    '环卫 道路清扫 步道 清扫 扫路 路面清洁 落叶 人行步道 无人清扫 园区清扫 垃圾&清扫 垃圾清运 口香糖 洒水 街道 扫雪 除雪 sweep street_clean litter sanitation snow_removal 马路&扫 道路保洁 公园&清扫 广场&清扫 景区&清扫 street_sweep road_clean snow_plow',
  facadeCleaning:
    '幕墙清洗 外墙清洗 擦玻璃 玻璃幕墙 高空清洗 外立面清洗 facade_clean window_clean glass_curtain 蜘蛛人 吊绳 玻璃外墙 外墙&清洗 高楼&擦 高空&擦 skyscraper high-rise_window window_wash windows&clean',
  performance:
    '表演 演出 舞蹈 跳舞 互动表演 游客互动 吸引顾客 文旅 娱乐 春晚 乐队 球赛 performance dance entertain stage_show theme_park 舞台 主题公园 灯光秀 entertainment concert mascot attraction',
  parking: '停车 泊车 停车场 自动泊车 搬运汽车 立体车库 parking valet 停车难 挪车 车位 valet_park car_park',
  teaching:
    '实验教学 课堂教学 教学 教育 课堂 编程 课程 儿童教育 学校&学生 实训 竞赛&教学 stem 幼儿园 teaching classroom education coding student 上课 中小学 职业院校 编程课 school stem_education curriculum vocational',
  research:
    '科研平台 科研教学 科学研究 算法验证 开发平台 科研级 数据采集&训练 二次开发 研究机构 research_platform developer_platform data_collection 课题 实验平台 模型训练 researchers research_lab university&research',
}
