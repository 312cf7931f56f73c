/** 产品：按合作方式分别报价，表单与服务器说出的价格。 */
export const product = {
  prices: {
    purchase: { title: '购买价', unit: '万元', hint: '每台（套）含税价；留空显示“面议”' },
    rental: { title: '租金', unit: '元/月', hint: '每台（套）每月含税租金；留空显示“未披露”' },
    raas: {
      title: '服务费',
      unit: '元/月',
      hint: '按服务付费，折算成每台（套）每月的含税价，才好比较；按什么计量（任务、工时、班次）写在产品简介里。留空显示“未披露”',
    },
    field: {
      priceFromFen: '单价，低',
      priceToFen: '单价，高',
      rentalFromFen: '租金，低',
      rentalToFen: '租金，高',
      raasFromFen: '服务费，低',
      raasToFen: '服务费，高',
    },
  },
}
