"""`/api/v1/templates`: reusable single workouts."""

from __future__ import annotations

from fitfolio.auth.access import ViewerDep
from fitfolio.core.http import PrefixRouter, StateDep, problem_responses
from fitfolio.core.schemas import EntityId
from fitfolio.programs import service
from fitfolio.programs.schemas import TemplateChange, TemplateCreate, TemplateList, TemplateRead

router = PrefixRouter(prefix="/api/v1/templates", tags=["templates"])

RULES = [
    "templates.unknown_exercise", "templates.unit_missing", "templates.negative_weight",
    "templates.same_id_twice",
]  # fmt: skip
LIST = problem_responses(["auth.required"])
READ = problem_responses(["auth.required", "templates.not_found"])
CREATE = problem_responses(
    ["auth.required", "request.csrf", "templates.id_taken", "templates.too_many", *RULES]
)
WRITE = problem_responses(["auth.required", "request.csrf", "templates.not_found"])
CHANGE = problem_responses(["auth.required", "request.csrf", "templates.not_found", *RULES])


@router.get("", operation_id="templates.list", responses=LIST)
async def list_templates(viewer: ViewerDep, state: StateDep) -> TemplateList:
    """All templates in the lifter's order."""
    return await state.db.read_heavy(service.list_templates, viewer.id)


@router.post("", operation_id="templates.create", status_code=201, responses=CREATE)
async def create_template(body: TemplateCreate, viewer: ViewerDep, state: StateDep) -> TemplateRead:
    """Store a template."""
    values = body.model_dump()
    return await state.db.write(service.create_template, viewer.id, values, state.clock.now_ms())


@router.get("/{template_id}", operation_id="templates.get", responses=READ)
async def get_template(template_id: EntityId, viewer: ViewerDep, state: StateDep) -> TemplateRead:
    """One template."""
    return await state.db.read(service.get_template, viewer.id, template_id)


@router.patch("/{template_id}", operation_id="templates.change", responses=CHANGE)
async def change_template(
    template_id: EntityId, body: TemplateChange, viewer: ViewerDep, state: StateDep
) -> TemplateRead:
    """Change the fields that are sent."""
    change = service.template_values(body)
    return await state.db.write(service.change_template, viewer.id, template_id, change)


@router.delete("/{template_id}", operation_id="templates.delete", status_code=204, responses=WRITE)
async def delete_template(template_id: EntityId, viewer: ViewerDep, state: StateDep) -> None:
    """Delete a template; it can be restored. Workouts made from it stay as they are."""
    await state.db.write(service.delete_template, viewer.id, template_id, state.clock.now_ms())


@router.post("/{template_id}/restore", operation_id="templates.restore", responses=WRITE)
async def restore_template(
    template_id: EntityId, viewer: ViewerDep, state: StateDep
) -> TemplateRead:
    """Undo the deletion."""
    return await state.db.write(service.restore_template, viewer.id, template_id)
