"""Linking: claims of many articles that tell one event; a pure room, the record is kept by `store`.

* `outlets.outlet_of`, `outlets.bloc_of`: who publishes, and the camp that they count for.
* `claims.claims_of(document, copy_of)`: a coded article's claims.
* `copies.signature(text)`, `copies.find_copies(articles, index)`: reprints.
* `blocks.block_keys(claim)`: claims that share no key are never compared.
* `linking.link_claims(claims, decisions, previous)`: events; `link_whole` also gives what relinking begins with.
* `relinking.relink(fresh, decisions, around)`: the same for new claims, with a `Neighbourhood` to ask.
"""
