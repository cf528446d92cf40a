#!/usr/bin/env python3
"""Builds the bundled Shangbao fonts from Noto Serif CJK, Noto Sans CJK and a WenKai face.

Why they are rebuilt: the PDF exporter draws every Chinese glyph of a CFF font blank, so the outlines
are turned into quadratic TrueType; a whole CJK collection weighs 20 MB a weight, so each face keeps
only the characters its job needs; and the licence of one source reserves its name, so every family
gets a name of its own. The same inputs give the same bytes.
"""
import argparse
import json
import sys
from pathlib import Path

from fontTools.misc.timeTools import epoch_diff
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

# 22 November 2026, 00:00 UTC, in the font epoch: a constant, or the bytes would change with every run
BUILT = 1795305600 - epoch_diff
VERSION = "1.000"

# Characters of the table of general standard characters that GBK lacks; place names live among them.
PLACE_NAMES = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㵲㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃"
    "䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮龙鿍鿎鿏"
    "𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌"
    "𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩"
    "𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼"
    "𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
)
# Marks the papers and the screens draw although no character set lists all of them.
MARKS = "\u00a0\u2003\u2009–—‘’“”•…‰′″※←↑→↓⇒∅≈≠≤≥■□▲△▶▷▼▽◆◇○◎●☐☑☒✓✔✕✗〔〕《》「」『』【】〇₀₁₂₃·×÷±°²³％￥⚠"
MUST_HAVE = "䓖㵲𬭊"
FIGURE_CHARACTERS = "0123456789.-\u00a0不适用"


def decodable(codec, first, second):
    found = set()
    for high in first:
        for low in second:
            try:
                text = bytes((high, low)).decode(codec)
            except UnicodeDecodeError:
                continue
            # the private use area is nobody's character
            found.update(c for c in text if not 0xE000 <= ord(c) <= 0xF8FF)
    return found


def ascii_and_latin():
    return {chr(c) for c in range(0x20, 0x7F)} | {chr(c) for c in range(0xA0, 0x100)}


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner)


def face_of(collection, family):
    for font in TTCollection(str(collection), lazy=True).fonts:
        if font["name"].getDebugName(1).replace(" Black", "") == family:
            return font
    sys.exit(f"{collection} holds no face named {family}")


def subset(font, characters):
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.glyph_names = False
    options.recalc_timestamp = False
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "gasp", "meta", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(c) for c in characters])
    subsetter.subset(font)
    # variation sequences only bring warnings from readers that do not know them
    font["cmap"].tables = [t for t in font["cmap"].tables if t.format != 14]


def to_quadratic(font):
    order = font.getGlyphOrder()
    outlines = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    del font["CFF "]
    font["maxp"].tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions"):
        setattr(font["maxp"], field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def rename(font, family, style, copyright_line):
    name = font["name"]
    name.names = []
    full = family if style == "Regular" else f"{family} {style}"
    postscript = f"{family.replace(' ', '')}-{style}"
    for identifier, text in (
        (0, copyright_line),
        (1, family),
        (2, style),
        (3, f"{postscript};{VERSION}"),
        (4, full),
        (5, f"Version {VERSION}"),
        (6, postscript),
        (13, "This Font Software is licensed under the SIL Open Font License, Version 1.1."),
        (14, "https://openfontlicense.org"),
    ):
        name.setName(text, identifier, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].fsType = 0
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["OS/2"].achVendID = "SBAO"
    font["head"].macStyle = 1 if bold else 0
    font["head"].created = font["head"].modified = BUILT
    font["post"].formatType = 3.0


def build(font, target, characters, family, style, copyright_line, required=""):
    available = set(map(chr, font.getBestCmap()))
    missing = sorted(set(required) - available)
    if missing:
        sys.exit(f"{target.name}: the source lacks {''.join(missing)}")
    subset(font, characters & available)
    if "CFF " in font:
        to_quadratic(font)
    rename(font, family, style, copyright_line)
    font.recalcTimestamp = False
    font.save(str(target))
    print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size / 1e6:.1f} MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--noto", type=Path, required=True, help="directory with NotoSerifCJK-*.ttc and NotoSansCJK-*.ttc")
    parser.add_argument("--kai", type=Path, required=True, help="the WenKai Regular TTF")
    parser.add_argument("--units", type=Path, required=True, help="the unit list (CSV): every character in it is covered")
    parser.add_argument("--edition", type=Path, required=True, help="the indicators (JSON): every character in it is covered")
    parser.add_argument("--out", type=Path, required=True, help="directory the six TTF files are written to")
    chosen = parser.parse_args()

    used = set(chosen.units.read_text("utf-8-sig"))
    for text in strings_in(json.loads(chosen.edition.read_text("utf-8"))):
        used |= set(text)
    used = {c for c in used if c.isprintable()}
    gbk = decodable("gbk", range(0x81, 0xFF), range(0x40, 0xFF))
    gb2312 = decodable("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    common = ascii_and_latin() | set(MARKS) | used | set(MUST_HAVE)
    large = common | gbk | set(PLACE_NAMES)
    small = common | gb2312
    required = used | set(MUST_HAVE)

    adobe = "Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'."
    kai = "Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee); derived, see OFL-Kai.txt."
    out = chosen.out
    out.mkdir(parents=True, exist_ok=True)

    def serif(weight):
        return face_of(chosen.noto / f"NotoSerifCJK-{weight}.ttc", "Noto Serif CJK SC")

    def sans(weight):
        return face_of(chosen.noto / f"NotoSansCJK-{weight}.ttc", "Noto Sans CJK SC")

    build(serif("Regular"), out / "ShangbaoSong-Regular.ttf", large, "Shangbao Song", "Regular", adobe, required)
    build(serif("Bold"), out / "ShangbaoSong-Bold.ttf", small, "Shangbao Song", "Bold", adobe, required)
    build(sans("Regular"), out / "ShangbaoHei-Regular.ttf", large, "Shangbao Hei", "Regular", adobe, required)
    build(sans("Bold"), out / "ShangbaoHei-Bold.ttf", small, "Shangbao Hei", "Bold", adobe, required)
    build(TTFont(str(chosen.kai)), out / "ShangbaoKai.ttf", small, "Shangbao Kai", "Regular", kai)
    build(sans("Bold"), out / "ShangbaoFigure.ttf", set(FIGURE_CHARACTERS), "Shangbao Figure", "Regular", adobe,
          FIGURE_CHARACTERS)


if __name__ == "__main__":
    main()
