"""Which layers are hidden, and what is left where they were."""

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from pcp_scrutiny.pdf.uploads import cleaning
from pcp_scrutiny.pdf.uploads.layers import Layers
from tests.pcp_scrutiny.pdf.uploads import files, reading


def groups(pdf: pikepdf.Pdf, count: int) -> list[Dictionary]:
    made = [pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(str(n)))) for n in range(count)]
    pdf.Root.OCProperties = Dictionary(OCGs=Array(made), D=Dictionary())
    return made


def test_layers_are_hidden_as_the_file_says_it_is_opened():
    pdf = pikepdf.new()
    on, off = groups(pdf, 2)
    pdf.Root.OCProperties.D.OFF = Array([off])
    layers = Layers(pdf.Root)
    assert (layers.is_hidden(on), layers.is_hidden(off), layers.is_hidden(None)) == (0, 1, 0)
    pdf.Root.OCProperties.D = Dictionary(BaseState=Name.OFF, ON=Array([on]))
    layers = Layers(pdf.Root)
    assert (layers.is_hidden(on), layers.is_hidden(off)) == (False, True)


def test_layers_that_are_never_printed_or_never_shown_are_hidden():
    pdf = pikepdf.new()
    unprinted, unshown, shown = groups(pdf, 3)
    unprinted.Usage = Dictionary(Print=Dictionary(PrintState=Name.OFF))
    unshown.Usage = Dictionary(View=Dictionary(ViewState=Name.OFF))
    shown.Usage = Dictionary(View=Dictionary(ViewState=Name.ON))
    layers = Layers(pdf.Root)
    assert [layers.is_hidden(each) for each in (unprinted, unshown, shown)] == [True, True, False]


@pytest.mark.parametrize(
    ("policy", "hidden"),
    [("AnyOn", False), ("AllOn", True), ("AnyOff", False), ("AllOff", True), ("Other", False)],
)
def test_members_of_several_layers_are_hidden_by_their_policy(policy, hidden):
    pdf = pikepdf.new()
    on, off = groups(pdf, 2)
    pdf.Root.OCProperties.D.OFF = Array([off])
    member = Dictionary(Type=Name.OCMD, OCGs=Array([on, off]), P=Name(f"/{policy}"))
    assert Layers(pdf.Root).is_hidden(member) == hidden
    assert not Layers(pdf.Root).is_hidden(Dictionary(Type=Name.OCMD))
    assert Layers(pdf.Root).is_hidden(Dictionary(Type=Name.OCMD, OCGs=off))


def test_members_of_several_layers_are_hidden_by_their_rule():
    pdf = pikepdf.new()
    on, off = groups(pdf, 2)
    pdf.Root.OCProperties.D.OFF = Array([off])

    def is_hidden(rule: Array) -> bool:
        return Layers(pdf.Root).is_hidden(Dictionary(Type=Name.OCMD, VE=rule))

    assert not is_hidden(Array([Name.Not, off]))
    assert is_hidden(Array([Name.And, on, off]))
    assert not is_hidden(Array([Name.Or, Array([Name.Not, on]), Array([Name.And, on])]))
    deep = Array([Name.Not, on])
    for _ in range(50):
        deep = Array([Name.And, deep])
    assert is_hidden(deep)  # what nobody means is hidden


def with_layer(content: bytes, **resources: object) -> bytes:
    """One page with a layer /Off that is hidden, cleaned."""
    pdf = files.drawn(content)
    (off,) = groups(pdf, 1)
    pdf.Root.OCProperties.D.OFF = Array([off])
    pdf.pages[0].Resources.Properties = Dictionary(Off=off)
    for key, value in resources.items():
        pdf.pages[0].Resources[f"/{key}"] = value
    return cleaning.clean(files.saved(pdf))


def operators(data: bytes) -> list[str]:
    with files.opened(data) as pdf:
        return [str(each.operator) for each in pikepdf.parse_content_stream(pdf.pages[0])]


def test_what_is_hidden_goes_and_what_it_sets_stays():
    data = with_layer(
        b"/OC /Off BDC q 0.5 g 2 0 0 2 0 0 cm 0 0 9 9 re W f /Sh sh Q 1 g EMC 5 5 9 9 re f"
    )
    assert operators(data) == ["q", "g", "cm", "re", "W", "n", "Q", "g", "re", "f"]


def test_text_after_hidden_text_keeps_its_line():
    data = with_layer(
        b"BT /F1 12 Tf 14 TL 50 700 Td (One) Tj /OC /Off BDC (SECRET) ' EMC (Three) ' ET"
    )
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    assert page.get_text_range().split() == ["One", "Three"]
    assert page.get_text_bounded(50, 700 - 30, 200, 700 - 26).strip() == "Three"


def test_layers_inside_each_other_are_hidden_with_the_outer():
    data = with_layer(
        b"/OC /Off BDC /OC /On BDC /P <</MCID 0>> BDC (SECRET) Tj EMC EMC EMC 0 0 9 9 re f"
    )
    assert operators(data) == ["re", "f"]


def test_a_hidden_layer_that_never_ends_hides_the_rest():
    assert operators(with_layer(b"0 0 9 9 re f /OC /Off BDC 0 0 5 5 re f")) == [
        "re",
        "f",
        "re",
        "n",
    ]


def test_what_only_hidden_content_draws_with_goes_too():
    pdf = pikepdf.new()
    data = with_layer(
        b"/OC /Off BDC /Secret gs EMC /Shown gs 0 0 9 9 re f",
        ExtGState=Dictionary(
            Shown=Dictionary(LW=2),
            Secret=Dictionary(LW=3),
            Unused=Dictionary(LW=4),
        ),
    )
    pdf.close()
    with files.opened(data) as after:
        assert set(after.pages[0].Resources.ExtGState.keys()) == {"/Secret", "/Shown"}


def test_a_form_of_which_nothing_is_left_takes_its_words_with_it():
    pdf = files.drawn(b"/Figure <</ActualText (SECRET)>> BDC /Form Do EMC 0 0 9 9 re f")
    (off,) = groups(pdf, 1)
    pdf.Root.OCProperties.D.OFF = Array([off])
    form = pdf.make_stream(
        b"/OC /Off BDC (SECRET) Tj EMC", Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
    )
    form.Resources = Dictionary(Properties=Dictionary(Off=off))
    pdf.pages[0].Resources.XObject = Dictionary(Form=form)
    data = cleaning.clean(files.saved(pdf))
    assert not any(b"SECRET" in each for each in reading.words(data))
    assert operators(data) == ["re", "f"]
