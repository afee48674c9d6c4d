/** The settings of the portal build: a host and a path in Chinese. */
export const portalVariables = {
  SITE_URL: 'https://南湖政协.example',
  BASE_PATH: '/政协/履职/',
}

/** The same as they stand in addresses. */
export const portal = {
  origin: 'https://xn--ykrpa668k6ri.example',
  base: '/%E6%94%BF%E5%8D%8F/%E5%B1%A5%E8%81%8C/',
}
