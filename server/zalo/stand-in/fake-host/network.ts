const zaloHosts = ['h5.zalo.me', 'oauth.zaloapp.com', 'graph.zalo.me', 'payment-mini.zalo.me']

/** Sends what the SDK asks of Zalo's hosts to the stand-in: nothing leaves this machine. */
export function keepHome() {
  const { fetch } = window
  window.fetch = (input, init) => {
    if (input instanceof Request) return fetch(new Request(atHome(input.url), input), init)
    return fetch(atHome(String(input)), init)
  }
  const { open } = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.open = function (method: string, url: string | URL, ...rest: unknown[]) {
    Reflect.apply(open, this, [method, atHome(String(url)), ...rest])
  }
}

function atHome(address: string) {
  const url = new URL(address, location.href)
  return zaloHosts.includes(url.hostname) ? `/stand-in/h5/${url.hostname}${url.pathname}${url.search}` : address
}
