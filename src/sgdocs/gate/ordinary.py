"""Names that are words as well: which of them a reader meets in any report."""

__all__ = [
    "FUNCTION_WORDS",
    "MONTHS",
    "NO_NAME",
    "ORDINARY",
    "PLACE_WORDS",
    "STREETS",
    "TITLES",
    "listed",
]


def listed(words: str) -> tuple[str, ...]:
    """Give the words of a list."""
    return tuple(words.split())


FUNCTION_WORDS = frozenset(
    listed(
        """
    a ad ah al am an and any are as at ay be been but by can could did do does done down e ed el
    en et ex few for from go got had has have he her here hers him his ho how i if ii iii in
    into is it its la le let li lo may me mi mine more most much must my no nor not now o of off
    oh ok old on one or our out own per re she should so some such than that the their them then
    there these they this those to too two un up us v van very was we were what when where who
    why will with yes you your
    """
    )
)
"""Words that carry a sentence; a name alike counts only where it has a capital of its own."""

ORDINARY = frozenset(
    listed(
        """
    abbey abbot absent able ace action adult age alert ally amber angel april apple arc arch
    archer art ash asset august autumn baker bane banks barber baron barrow basil bay bead bean
    beck bell bench bent berry best better bill birch bird bishop black blake blaze bliss bloom
    blossom blue blunt bold bolt bond book booth border born bow bowl branch brand bray bridge
    bridges bright brook brooks brown buck bull burden burn burns bush butcher butler butt buzz
    cain calm camp candy canon captain care cane cannon carol carpenter carter carver case cash
    castle chance chancellor chandler change chapel chapman chapter charity charm chase cherry
    chief child childs choice christian church circle city clan clarity clay clean clear clerk
    cliff close coal coast cole collar collier comfort connection constable constant cook cooper
    coral corner cotton count county court coward cox craft crane creed crew crisp crook cross
    crow crown cruise crystal curry cycle daisy dale dame dawn day days deacon deal dean dear
    destiny diamond dish dock doll dove drake draper drew driver duke earl early east easter
    ebony eden ember emerald english ernest essence eve even ever every fair fairy faith falcon
    fall farmer farrow faulty fawn fear feather fell fennel fern field fields finch fine fish
    fisher flint flood flora flower flowers ford forest forth fortune foster fountain fowler fox
    frank freedom freeman french friend frost fuller gale garden gardener garner gates gem
    general gentle gentry german ginger glad glass glen glory glover gold golden goldsmith good
    goods grace grand grange grant graves gray green grey groom grove guard guest guide gunner
    guy hale hall hand hands hardy hare harmony harp hart harvest hatch haven hawk hay hazel
    head heal health heart heath heather heaven hedge hero high hill hills history holder
    holiday holland holly holt home honey honour hood hook hope horn horse house huddle hunt
    hunter innocent iris irish iron ivory ivy jack jade jasmine jay jet jewel jolly journey joy
    judge june junior just justice keen key keys kind king kings kitchen kite knight knot lad
    lady lake lamb lance lane large lark laurel law lawn lawyer leaf lee legacy legend lemon
    liberty light lily limb lime lin linden line link lion little lively lock locke lodge london
    long lord lots love low lowe lucky lunch lynch mace maiden major male mall man manner
    manning maple marble march marina mark marks marsh marshall martin mason master maximum may
    mayor mead means meadow meadows medley mellow melody memory mercer mercy merit merry miles
    mill miller mills mint minor mint moment money monk moon moor moore moral more morning moss
    mother mount mountain mustard nation need new nick night noble noon norm north nurse oak
    oaks oasis ocean olive opal orchard otter outlaw page paint palm palmer park parker parks
    parson parsons part pass past pat patience patient peace peach peacock pear pearl pearson
    peel penny pepper perry phoenix pierce pike pilgrim pine piper plan plant plum point pole
    police pond pool poor pope poppy porter post potter pound power powers prayer precious price
    pride priest primrose prince princess prior promise provost prudence pure quick rain rainbow
    rains raven ray read reader real reason record reed reeve regal register rest reve rice rich
    riches ride ridge ring rise river rivers road rob robin rock rod rook room rooms root rose
    rosemary rose rouse row royal ruby rude rue rule rush russet rust safe saffron sage sailor
    saint sale salt sands saturday savage saviour scarlet school sea seal season see self senior
    serenity sergeant service shade sharp shaw shell shepherd shine shore short silence silk
    silver simple singer singh sky small smart smith snow snowden song sons south spark sparrow
    spear speed spicer spring springer stable stack star starling stark stern steward sterling
    stock stone stones storm story street strange stringer strong style such sue summer summers
    sun sunday sunny swan sweet swift tab temple thatcher thorn thorne thrower thursday tide
    till timber time today toll towers town trail travel treasure tree trinity true trust truth
    turner twist unity usher vale valley vance vane venture victor victory violet virtue vision
    visitor wade wagner wake walk walker wall walls ward wards ware warner warren wary water
    waters way week weeks welch well wells welsh west west whale wheel wheeler white wild willow
    wills win wind winter winters wise wish wolf wonder wood woods wool word words work worth
    wren wright year york young youth
    """
    )
)
"""Words that are given names or family names too."""

MONTHS = listed(
    """
    january february march april may june july august september october november december
    """
)

TITLES = frozenset(
    listed(
        """
    mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev reverend father sister
    imam rabbi pc dc ds di dci dsi det detective sergeant inspector constable chief
    superintendent councillor cllr hon judge nurse the
    """
    )
)

PLACE_WORDS = frozenset(
    listed(
        """
    academy school schools primary secondary junior infant infants nursery college sixth form
    grammar high comprehensive surgery surgeries practice medical centre center clinic health
    hospital infirmary general royal home house childrens children's children church chapel
    mosque temple the of and st saint community catholic roman rc ce c e cofe voluntary aided
    controlled trust foundation group partnership
    """
    )
)
"""Words that say what a place is, and not which."""

STREETS = {
    "street": "st", "road": "rd", "avenue": "ave", "drive": "dr", "close": "cl", "court": "ct",
    "lane": "ln", "terrace": "tce", "place": "pl", "gardens": "gdns", "square": "sq",
    "crescent": "cres", "grove": "gr", "park": "pk", "walk": "wk", "way": "wy",
}  # fmt: skip

NO_NAME = frozenset(
    """unknown|not known|unnamed|none|none known|n/a|not applicable|not recorded|not given|withheld|
    not yet known|to be confirmed|tbc|educated at home|home educated|not in education|various|
    no fixed abode|baby|child|infant""".replace("\n", " ")
    .replace("| ", "|")
    .split("|")
)
"""What stands in a case file where there is no name."""
