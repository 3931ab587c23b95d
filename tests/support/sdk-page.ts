import * as sdk from 'zmp-sdk/apis'

/** A Mini App of one line: it hands the real SDK to whoever drives the browser. */
Object.assign(window, { sdk })
document.getElementById('app')!.textContent = location.pathname
