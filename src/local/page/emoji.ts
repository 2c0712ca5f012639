// Common emoji by the short names that Slack uses. A table; a name that is not in it is shown as `:name:`.

const TABLE = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|warning ⚠️
rotating_light 🚨|no_entry ⛔|no_entry_sign 🚫|octagonal_sign 🛑|construction 🚧|fire 🔥|boom 💥|bug 🐛|zap ⚡|rocket 🚀
tada 🎉|sparkles ✨|star ⭐|star2 🌟|trophy 🏆|medal 🏅|dart 🎯|bulb 💡|eyes 👀|wave 👋|pray 🙏|clap 👏|raised_hands 🙌
muscle 💪|ok_hand 👌|point_right 👉|point_left 👈|point_up 👆|point_down 👇|raising_hand 🙋|speech_balloon 💬
thought_balloon 💭|bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢|email 📧|envelope ✉️|incoming_envelope 📨|inbox_tray 📥
outbox_tray 📤|calendar 📅|date 📅|spiral_calendar_pad 🗓️|spiral_calendar 🗓️|alarm_clock ⏰|clock 🕒|clock1 🕐|clock3 🕒|clock9 🕘|clock10 🕙
hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|timer_clock ⏲️|watch ⌚|sunrise 🌅|sunny ☀️|crescent_moon 🌙|partly_sunny ⛅
cloud ☁️|rain_cloud 🌧️|umbrella ☔|snowflake ❄️|ocean 🌊|seedling 🌱|herb 🌿|evergreen_tree 🌲|four_leaf_clover 🍀
red_circle 🔴|large_orange_circle 🟠|orange_circle 🟠|large_yellow_circle 🟡|yellow_circle 🟡|large_green_circle 🟢|green_circle 🟢|large_blue_circle 🔵|blue_circle 🔵
large_purple_circle 🟣|white_circle ⚪|black_circle ⚫|large_red_square 🟥|large_orange_square 🟧|large_yellow_square 🟨|large_green_square 🟩
large_blue_square 🟦|white_large_square ⬜|black_large_square ⬛|large_orange_diamond 🔶|large_blue_diamond 🔷
small_orange_diamond 🔸|small_blue_diamond 🔹|small_red_triangle 🔺|small_red_triangle_down 🔻|diamond_shape_with_a_dot_inside 💠
arrow_up ⬆️|arrow_down ⬇️|arrow_right ➡️|arrow_left ⬅️|arrow_upper_right ↗️|arrow_lower_right ↘️|arrow_forward ▶️|arrows_counterclockwise 🔄
repeat 🔁|back 🔙|soon 🔜|new 🆕|information_source ℹ️|question ❓|grey_question ❔|exclamation ❗|grey_exclamation ❕|heavy_plus_sign ➕|heavy_minus_sign ➖
chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|clipboard 📋|memo 📝|pencil 📝|pencil2 ✏️|page_facing_up 📄|page_with_curl 📃
notebook 📓|books 📚|bookmark 🔖|bookmark_tabs 📑|file_folder 📁|open_file_folder 📂|card_index_dividers 🗂️|label 🏷️|pushpin 📌|round_pushpin 📍|paperclip 📎|link 🔗
lock 🔒|unlock 🔓|key 🔑|hammer 🔨|wrench 🔧|hammer_and_wrench 🛠️|gear ⚙️|mag 🔍|telescope 🔭|microscope 🔬|test_tube 🧪|package 📦|shield 🛡️|anchor ⚓
checkered_flag 🏁|triangular_flag_on_post 🚩|waving_white_flag 🏳️|crossed_flags 🎌|world_map 🗺️|compass 🧭|handshake 🤝|busts_in_silhouette 👥|bust_in_silhouette 👤
robot_face 🤖|ghost 👻|turtle 🐢|snail 🐌|bee 🐝|coffee ☕|palm_tree 🌴|house 🏠|beach_with_umbrella 🏖️|airplane ✈️|ship 🚢|sailboat ⛵|balloon 🎈|gift 🎁|cake 🍰
smile 😄|smiley 😃|slightly_smiling_face 🙂|blush 😊|joy 😂|thinking_face 🤔|neutral_face 😐|worried 😟|disappointed 😞|cry 😢|sob 😭|sweat_smile 😅|heart_eyes 😍
sunglasses 😎|relieved 😌|partying_face 🥳|face_with_thermometer 🤒|sleeping 😴|zzz 💤|scream 😱|angry 😠|grimacing 😬|hugging_face 🤗|upside_down_face 🙃|wink 😉
heart ❤️|yellow_heart 💛|green_heart 💚|blue_heart 💙|purple_heart 💜|broken_heart 💔|100 💯|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣|seven 7️⃣|eight 8️⃣|nine 9️⃣|keycap_ten 🔟
double_vertical_bar ⏸️|pause_button ⏸️|black_square_for_stop ⏹️|fast_forward ⏩|rewind ⏪|black_right_pointing_double_triangle_with_vertical_bar ⏭️|track_next ⏭️|infinity ♾️|recycle ♻️|scales ⚖️|ladder 🪜|puzzle_piece 🧩|jigsaw 🧩|moneybag 💰|money_with_wings 💸|credit_card 💳|lifebuoy 🛟|ring_buoy 🛟|sos 🆘|stop_sign 🛑|vertical_traffic_light 🚦|traffic_light 🚥|fishing_pole_and_fish 🎣|parrot 🦜|ballot_box_with_ballot 🗳️|scroll 📜|newspaper 📰|hourglass_done ⌛|wastebasket 🗑️|snowboarder 🏂|runner 🏃|athletic_shoe 👟|footprints 👣|brain 🧠|nerd_face 🤓|shrug 🤷|facepalm 🤦|writing_hand ✍️|crystal_ball 🔮|mailbox 📫|bell_off 🔕|passport_control 🛂|mountain 🏔️|island 🏝️|lighthouse 🗼
`

const BY_NAME = new Map(
  TABLE.trim()
    .split(/[|\n]/)
    .map((entry) => entry.split(' ') as [string, string]),
)

/** The character of an emoji's name; null for a name that the table lacks. Skin tones are left out. */
export function emojiCharacter(name: string): string | null {
  return BY_NAME.get(name.replace(/::skin-tone-[2-6]$/, '')) ?? null
}
