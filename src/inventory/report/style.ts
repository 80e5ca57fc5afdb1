/** The style of the report: system fonts, light and dark, and what changes on paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:light-dark(#1b2430,#e6ebf2);--soft:light-dark(#566273,#a3b0c2);
--paper:light-dark(#f6f7f9,#12161c);--card:light-dark(#fff,#1a2029);--line:light-dark(#d9dee6,#323c4a);
--bad:light-dark(#a4161a,#ff9c96);--bad-bg:light-dark(#fdeceb,#3a1a1b);--warn:light-dark(#7a4a00,#f3c26b);
--warn-bg:light-dark(#fdf3df,#35280f);--good:light-dark(#146c3a,#7fd6a1);--good-bg:light-dark(#e7f6ed,#12301f);
--dim-bg:light-dark(#eceff3,#262e3a);--link:light-dark(#0b57b7,#8fbcff)}
*{box-sizing:border-box}
html{scroll-padding-top:5.5rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.wrap{max-width:72rem;margin:0 auto;padding:0 1.25rem}
header.wrap{padding-top:2.25rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem;letter-spacing:-.02em}
h2{font-size:1.2rem;margin:2.25rem 0 .5rem}h3{font-size:1.05rem;margin:0;overflow-wrap:anywhere}
p{margin:.25rem 0}.soft{color:var(--soft)}a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:9}
.tiles{display:flex;flex-wrap:wrap;gap:.75rem;padding:0;margin:1.25rem 0 0;list-style:none}
.tiles li{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:.7rem 1.1rem;min-width:8.5rem;flex:1}
.tiles b{display:block;font-size:1.6rem;line-height:1.2}
.tiles .bad b{color:var(--bad)}.tiles .good b{color:var(--good)}
.bar{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid var(--line);margin-top:1.25rem}
.bar form{display:flex;gap:.75rem;flex-wrap:wrap;align-items:end;padding-top:.6rem;padding-bottom:.6rem}
.bar label{font-size:.8rem;color:var(--soft);display:block}
.bar .grow{flex:1 1 14rem}
input,select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--soft);border-radius:8px;padding:.4rem .6rem;width:100%;min-height:2.5rem}
.bar output{font-size:.9rem;color:var(--soft);padding-bottom:.5rem;min-width:9rem}
.scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:12px}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;padding:.5rem .8rem;vertical-align:top;border-top:1px solid var(--line)}
thead th{border-top:0;color:var(--soft);font-weight:600;font-size:.82rem;vertical-align:bottom}
tbody th{font-weight:400;min-width:15rem;width:19rem;overflow-wrap:anywhere}
.cell{display:inline-block;border-radius:999px;padding:.1rem .6rem;white-space:nowrap;font-size:.84rem;font-weight:600}
.bad>.cell,.cell.bad{background:var(--bad-bg);color:var(--bad)}.cell.warn{background:var(--warn-bg);color:var(--warn)}
.cell.good{background:var(--good-bg);color:var(--good)}.cell.dim{background:var(--dim-bg);color:var(--soft)}
article{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.1rem 1.25rem;margin:0 0 1rem;content-visibility:auto;contain-intrinsic-size:auto 34rem}
article.bad{border-left:5px solid var(--bad)}article.warn{border-left:5px solid var(--warn)}article.good{border-left:5px solid var(--good)}
.top{display:flex;justify-content:space-between;gap:1rem;flex-wrap:wrap;align-items:baseline}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.6rem 1.25rem;margin:.9rem 0}
dt{font-size:.8rem;color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
pre{margin:0;overflow-x:auto;background:var(--dim-bg);border-radius:8px;padding:.75rem;font:13px/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;tab-size:2}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
.finding{border-top:1px solid var(--line);margin-top:1rem;padding-top:.9rem}
.flow{list-style:none;display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1.4rem;padding:0;margin:.8rem 0 0}
.flow li{position:relative;border:1px solid var(--line);border-radius:10px;padding:.6rem .75rem;font-size:.88rem;min-width:0}
.flow li+li::before{content:"→" / "";position:absolute;left:-1.25rem;top:50%;transform:translateY(-50%);color:var(--soft);font-size:1.1rem}
.flow h4{margin:0 0 .3rem;font-size:.78rem;color:var(--soft);font-weight:600}
.flow code{display:block;overflow-wrap:anywhere}
.flow .bad{border-color:var(--bad);background:var(--bad-bg)}.flow .good{border-color:var(--good);background:var(--good-bg)}
.flow .bad h4,.flow .good h4{color:inherit}
[hidden]{display:none!important}
footer{padding:2rem 0 3rem;color:var(--soft);font-size:.9rem}
@media(max-width:46rem){.flow{grid-template-columns:1fr}.flow li+li::before{content:"↓" / "";left:50%;top:-1.4rem;transform:translateX(-50%)}
.tiles li{min-width:calc(50% - .4rem)}html{scroll-padding-top:1rem}.bar{position:static}dl{grid-template-columns:1fr 1fr}.bar output{padding:0;width:100%}}
@media print{:root{color-scheme:light}body{background:#fff;font-size:11pt}.bar,.skip{display:none}
article{content-visibility:visible;break-inside:avoid}.scroll{overflow:visible}pre{white-space:pre-wrap}}
`
