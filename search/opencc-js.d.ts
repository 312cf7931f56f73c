/** OpenCC's table of traditional characters: `traditional simplified[ simplified…]`, parted by bars. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}
