import sys; sys.path.insert(0,'/work/tools')
from common import *
import collections,re
from training import written
from training.views import examples
KIND='مخيم معبر مطار قاعدة سجن ميناء طريق شارع جسر تلة جبل ساحة مستشفى مدرسة حقل كمين حاجز فندق سوق مقر مبنى معسكر غابة مزارع تل وادي قرية مدينة'.split()
for name,gs in (('train',[json.loads(p.read_text()) for p in sorted((S/'gold/train').glob('*.json'))]),('all',[x.gold for x in examples(S/'gold/train',S/'data/news/conflict.jsonl')]),('written',list(written.written()))):
    inn=collections.Counter();out=collections.Counter();an=collections.Counter()
    for g in gs:
        for e in g['events']:
            for p in e['places']:
                w=p['text'].split()
                if len(w)>1 and w[0] in KIND: inn[w[0]]+=1
                b=re.findall(r'(\w+) ["«]?$',g['text'][max(0,p['start']-15):p['start']])
                if b and b[0].lstrip('وبل') in KIND: out[b[0].lstrip('وبل')]+=1
                if p['text'] in ('المدينة','البلدة','القرية','المنطقة','المخيم','الحي','المحافظة','القطاع'): an[(p['text'],p['name']==p['text'])]+=1
    print(name); print({k:(inn[k],out[k]) for k in KIND}); print(an)
