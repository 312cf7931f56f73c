/**
 * 《北京市促进机器人产业创新发展的若干措施》（京经信发〔2023〕46 号）第（十）条 in its own words: it names no amount and
 * no conditions, so none are shown.
 */
export const measureTen =
  '支持机器人企业向智能制造系统解决方案供应商转型，鼓励“新智造 100”工程项目优先采用自主创新的工业软件和机器人产品相结合的系统解决方案，对应用机器人企业创新产品和解决方案的数字化转型成功案例加强推广。'
