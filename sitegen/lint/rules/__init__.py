"""The written list of rules. A code is opaque and permanent: a rule that is retired leaves its line as a remark."""

from __future__ import annotations

from sitegen.lint.rule import Rule
from sitegen.lint.rules import (
    abbreviation_unexplained,
    access_contradiction,
    access_left_to_a_brochure,
    access_not_stated,
    access_only_implied,
    access_only_in_brochure,
    accessibility_assessment_old,
    accessibility_not_stated,
    ages_not_stated,
    alternatives_not_stated,
    always_assessed_marked_direct,
    ambiguous_abbreviation,
    ambiguous_method,
    anonymity_not_stated,
    anonymity_without_ground,
    area_without_offers,
    broken_link,
    contact_not_stated,
    cost_not_stated,
    dated_term,
    dead_number,
    dead_number_in_contact,
    decision_without_appeal,
    decision_without_how,
    direct_without_basis,
    direct_without_contact,
    direct_without_right_to_apply,
    duplicate_offer,
    hard_to_read,
    heading_order,
    hours_not_stated,
    image_without_text,
    languages_not_stated,
    limit_without_beyond,
    link_text,
    long_sentence,
    lss_or_economic_marked_direct,
    method_in_text_not_explained,
    method_not_explained,
    no_written_channel,
    number_with_two_names,
    old_section_number,
    on_call_gap,
    page_contradiction,
    page_language,
    page_method_not_explained,
    page_switchboard_only,
    page_title,
    pdf_without_page,
    performer_not_stated,
    personal_number,
    phone_hours_not_stated,
    premises_not_stated,
    protected_address_leaks,
    provider_not_listed,
    records_not_stated,
    refers_to_closed,
    repealed_act,
    repealed_act_listed,
    request_elsewhere,
    response_goal_without_start,
    review_date_missing,
    review_half_year_old,
    review_in_future,
    review_year_old,
    secrecy_not_stated,
    sensitive_matter_by_email,
    some_without_saying_which,
    source_missing,
    split_without_saying_which,
    switchboard_number,
    switchboard_only,
    table_without_headers,
    target_group_not_stated,
    translation_missing,
    translation_stale,
    unit_with_two_numbers,
    visit_hours_not_stated,
    word_for_people,
    youth_without_consent,
)

RULES: tuple[Rule, ...] = (
    # --- access ---
    access_not_stated.RULE,  # SD001
    access_only_implied.RULE,  # SD002
    access_only_in_brochure.RULE,  # SD003
    access_contradiction.RULE,  # SD004
    page_contradiction.RULE,  # SD005
    direct_without_contact.RULE,  # SD006
    decision_without_how.RULE,  # SD007
    split_without_saying_which.RULE,  # SD008
    limit_without_beyond.RULE,  # SD009
    direct_without_basis.RULE,  # SD010
    direct_without_right_to_apply.RULE,  # SD011
    decision_without_appeal.RULE,  # SD012
    always_assessed_marked_direct.RULE,  # SD013
    lss_or_economic_marked_direct.RULE,  # SD014
    anonymity_without_ground.RULE,  # SD015
    youth_without_consent.RULE,  # SD016
    access_left_to_a_brochure.RULE,  # SD017
    some_without_saying_which.RULE,  # SD018
    # --- completeness ---
    target_group_not_stated.RULE,  # SD020
    ages_not_stated.RULE,  # SD021
    contact_not_stated.RULE,  # SD022
    no_written_channel.RULE,  # SD023
    switchboard_only.RULE,  # SD024
    page_switchboard_only.RULE,  # SD025
    switchboard_number.RULE,  # SD026
    hours_not_stated.RULE,  # SD027
    visit_hours_not_stated.RULE,  # SD028
    phone_hours_not_stated.RULE,  # SD029
    on_call_gap.RULE,  # SD030
    cost_not_stated.RULE,  # SD031
    records_not_stated.RULE,  # SD032
    secrecy_not_stated.RULE,  # SD033
    anonymity_not_stated.RULE,  # SD034
    method_not_explained.RULE,  # SD035
    method_in_text_not_explained.RULE,  # SD036
    ambiguous_method.RULE,  # SD037
    ambiguous_abbreviation.RULE,  # SD038
    performer_not_stated.RULE,  # SD039
    alternatives_not_stated.RULE,  # SD040
    response_goal_without_start.RULE,  # SD041
    languages_not_stated.RULE,  # SD042
    premises_not_stated.RULE,  # SD043
    review_date_missing.RULE,  # SD044
    review_half_year_old.RULE,  # SD045
    review_year_old.RULE,  # SD046
    review_in_future.RULE,  # SD047
    source_missing.RULE,  # SD048
    page_method_not_explained.RULE,  # SD049
    # --- words and law ---
    repealed_act.RULE,  # SD050
    old_section_number.RULE,  # SD051
    dated_term.RULE,  # SD052
    word_for_people.RULE,  # SD053
    dead_number.RULE,  # SD054
    hard_to_read.RULE,  # SD055
    long_sentence.RULE,  # SD056
    abbreviation_unexplained.RULE,  # SD057
    link_text.RULE,  # SD058
    repealed_act_listed.RULE,  # SD059
    # --- page ---
    page_language.RULE,  # SD060
    page_title.RULE,  # SD061
    heading_order.RULE,  # SD062
    image_without_text.RULE,  # SD063
    table_without_headers.RULE,  # SD064
    broken_link.RULE,  # SD065
    pdf_without_page.RULE,  # SD066
    request_elsewhere.RULE,  # SD067
    # --- directory ---
    provider_not_listed.RULE,  # SD070
    area_without_offers.RULE,  # SD071
    duplicate_offer.RULE,  # SD072
    refers_to_closed.RULE,  # SD073
    number_with_two_names.RULE,  # SD074
    unit_with_two_numbers.RULE,  # SD075
    dead_number_in_contact.RULE,  # SD076
    accessibility_not_stated.RULE,  # SD077
    accessibility_assessment_old.RULE,  # SD078
    # --- privacy ---
    personal_number.RULE,  # SD080
    protected_address_leaks.RULE,  # SD081
    sensitive_matter_by_email.RULE,  # SD082
    # --- languages ---
    translation_stale.RULE,  # SD090
    translation_missing.RULE,  # SD091
)
