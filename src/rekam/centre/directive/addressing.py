"""Who a directive is for: posts and groups of regions become lines, one a post and place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rekam.edge.store.centre.officials import title_of
from rekam.operations.directive import GROUP_WORDS, Post, posts_at, provinces_of, stands_below
from rekam.operations.directive.parameters import ADDRESSEES_MOST
from rekam.place import Gazetteer, Level
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Call:
    """What the form says about addressees.

    Attributes:
        posts: Values of `Post`.
        group: Key of a `Group`; empty = the places alone.
        places: Codes of regions, with everything inside them.
    """

    posts: tuple[str, ...]
    group: str = ""
    places: tuple[str, ...] = ()


def lines_of(
    gazetteer: Gazetteer, call: Call, *, issuer_post: str, issuer_place: str
) -> list[tuple[Post, str]]:
    """The posts and places that a call reaches, by place.

    Raises:
        Problem: ``directive.post_unknown``, ``directive.group_unknown``, ``directive.addressees_needed``,
            ``directive.addressees_many``, ``directive.below_only``, ``place.*``.
    """
    posts = [_post(value) for value in call.posts]
    issuer = _post(issuer_post)
    asked = [gazetteer.region(place.strip()).code for place in call.places if place.strip()]
    standing = {
        (place, post)
        for root in _roots(gazetteer, call.group, asked, issuer_place)
        for post in posts
        for place in _places(gazetteer, root, post)
        if post in posts_at(place)
    }
    found = {(place, post) for place, post in standing if stands_below(post, place, issuer, issuer_place)}
    below = {post for _, post in found}
    for place, post in sorted(standing - found, key=lambda one: (one[0], one[1].value)):
        if post not in below:
            raise Problem(
                "directive.below_only",
                post=title_of(post.value, place),
                issuer=title_of(issuer_post, issuer_place),
            )
    if not found:
        raise Problem("directive.addressees_needed")
    if len(found) > ADDRESSEES_MOST:
        raise Problem("directive.addressees_many", found=len(found), most=ADDRESSEES_MOST)
    return [(post, place) for place, post in sorted(found, key=lambda one: (one[0], one[1].value))]


def _post(value: str) -> Post:
    try:
        return Post(value)
    except ValueError:
        raise Problem("directive.post_unknown", post=value[:30] or "–") from None


_LEVEL = {
    Post.GOVERNOR: Level.PROVINCE,
    Post.HEAD_OF_PROVINCE_OFFICE: Level.PROVINCE,
    Post.REGENT: Level.REGENCY,
    Post.MAYOR: Level.REGENCY,
    Post.HEAD_OF_OFFICE: Level.REGENCY,
    Post.DEPOT: Level.REGENCY,
    Post.CAMAT: Level.DISTRICT,
    Post.HEAD_OF_UNIT: Level.DISTRICT,
}
_WIDTH = {Level.PROVINCE: 2, Level.REGENCY: 5, Level.DISTRICT: 8}


def _roots(gazetteer: Gazetteer, group: str, asked: Sequence[str], issuer_place: str) -> list[str]:
    if group and group not in GROUP_WORDS:
        raise Problem("directive.group_unknown", group=group[:30])
    roots = list(asked)
    if group:
        inside = provinces_of(group, (region.code for region in gazetteer.provinces()))
        roots += [code for code in inside if not issuer_place or issuer_place.startswith(code)]
    if not group and not asked and issuer_place:
        roots.append(issuer_place)
    return [issuer_place if issuer_place.startswith(f"{root}.") else root for root in roots]


def _places(gazetteer: Gazetteer, root: str, post: Post) -> Iterable[str]:
    """Where a post stands at or below a region."""
    level = _LEVEL.get(post)
    if level is None:
        return ()
    width = _WIDTH[level]
    if len(root) > width:
        return ()
    if len(root) == width:
        return (root,)
    return (region.code for region in gazetteer.within(root, level))
